//! What a notification says, by its type.

use serde_json::Value;
use wxpay_core::crypto::BoxFuture;
use wxpay_core::error::OpenError;
use wxpay_core::notification::Resource;

use super::{
    Authorization, BusifavorCoupon, CombinedPayment, Complaint, CrossBorderContract, EcommerceContract,
    EducationContract, Fapiao, FavorCoupon, PapayContract, PapayEndingInquiry, PapayRetention, ParkingPayment,
    ParkingStateChange, PartnerPayment, PayScorePermission, Payment, Refund, Repayment, RepaymentContract,
    SecurityEcho, ServiceAccountApplication, ServiceOrder, Sharing, SignPlan, TransferBatch, TransferBill,
};
use crate::DecodeError;
use crate::prelude::*;

/// What a notification says: its decrypted resource, by its type.
///
/// A resource has one variant; two where it does not say itself which of two things happened. Two variants have the JSON
/// instead: [`Unknown`](Self::Unknown) is a type that this crate does not have, [`Unread`](Self::Unread) a resource that
/// does not fit its type. Both are genuine. Keep them before you answer with success, or answer with a 5xx: they do not
/// come again.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event {
    /// A merchant's order was paid: `TRANSACTION.SUCCESS`.
    Payment(Box<Payment>),
    /// A sub-merchant's order was paid: `TRANSACTION.SUCCESS`.
    PartnerPayment(Box<PartnerPayment>),
    /// Several orders were paid at once: `TRANSACTION.SUCCESS`.
    CombinedPayment(Box<CombinedPayment>),
    /// A refund has ended: `REFUND.SUCCESS`, `REFUND.ABNORMAL`, `REFUND.CLOSED`.
    Refund(Box<Refund>),
    /// A share of a payment was received: `PROFITSHARING.SUCCESS`, or `PROFITSHARING` by its older name.
    ProfitSharing(Box<Sharing>),
    /// A share of a payment was given back: `PROFITSHARING.RETURN`, or `PROFITSHARING_RETURN` by its older name.
    ProfitSharingReturn(Box<Sharing>),
    /// A share of a payment was received **or given back**: `TRANSACTION.SUCCESS` with `receiver`, which until 2025 was
    /// the type of both, and does not say which. Book nothing by it before you have asked.
    ///
    /// The merchant that shares can ask. A share answers `profit_sharing::QuerySharing` by this `out_order_no` and `transaction_id`, and
    /// the answer's `order_id` is the same. A return answers `profit_sharing::QueryReturn` with this `out_order_no` as its
    /// `out_return_no`, and the answer's `return_id` is this `order_id`. Platforms and brands have the like. A receiver that
    /// cannot ask sees the direction in its fund-flow bill.
    ProfitSharingOrReturn(Box<Sharing>),
    /// A transfer to a user has ended: `MCHTRANSFER.BILL.FINISHED`.
    TransferBill(Box<TransferBill>),
    /// A user has authorized transfers, or the authorization has ended: `MCHTRANSFER.AUTHORIZATION.CONFIRMED`,
    /// `MCHTRANSFER.AUTHORIZATION.CLOSED`.
    TransferAuthorization(Box<Authorization>),
    /// The work on a batch of transfers is over: `MCHTRANSFER.BATCH.FINISHED`, `MCHTRANSFER.BATCH.CLOSED`.
    TransferBatch(Box<TransferBatch>),
    /// A contract of automatic repayment was signed or has ended: `CREDIT_REPAYMENT.SIGN_CONTRACT`,
    /// `CREDIT_REPAYMENT.TERMINATE_CONTRACT`.
    RepaymentContract(Box<RepaymentContract>),
    /// A repayment was collected: `CREDIT_REPAYMENT.DEDUCTION_PAY`.
    Repayment(Box<Repayment>),
    /// A contract of automatic debit was signed or has ended: `ENTRUST.SIGN`, `ENTRUST.TERMINATE`.
    PapayContract(Box<PapayContract>),
    /// A user asks to end a contract of automatic debit: `ENTRUST.TERMINATE_INQUIRY`.
    PapayEndingInquiry(Box<PapayEndingInquiry>),
    /// A user is about to end a contract of automatic debit, and may be offered something: `ENTRUST.TERMINATE_RETENTION`.
    PapayRetention(Box<PapayRetention>),
    /// An automatic debit has failed; nothing was paid: `TRANSACTION.FAIL`.
    DebitFailed(Box<Payment>),
    /// An automatic debit for a sub-merchant has failed; nothing was paid: `TRANSACTION.FAIL`.
    PartnerDebitFailed(Box<PartnerPayment>),
    /// A cross-border contract of automatic debit was signed: `PAPAY.SIGN`.
    CrossBorderContractSigned(Box<CrossBorderContract>),
    /// A cross-border contract of automatic debit has ended: `PAPAY.TERMINATE`.
    CrossBorderContractTerminated(Box<CrossBorderContract>),
    /// A platform's contract of automatic debit was signed: `ECOMMERCE_ENTRUST.SIGN`.
    EcommerceContractSigned(Box<EcommerceContract>),
    /// A platform's contract of automatic debit has ended: `ECOMMERCE_ENTRUST.TERMINATE`.
    EcommerceContractTerminated(Box<EcommerceContract>),
    /// A contract of automatic school fees was signed or has ended: `ENTRUST.SIGNING`, `ENTRUST.RELEASE`.
    EducationContract(Box<EducationContract>),
    /// A service order was confirmed or paid: `PAYSCORE.USER_CONFIRM`, `PAYSCORE.USER_PAID`.
    ServiceOrder(Box<ServiceOrder>),
    /// A user's permission was given or taken back: `PAYSCORE.USER_OPEN_SERVICE`, `PAYSCORE.USER_CLOSE_SERVICE`;
    /// `PAYSCORE.USER_ACCEPTED` on older pages.
    PayScorePermission(Box<PayScorePermission>),
    /// A plan was signed or cancelled: `PAYSCORE.USER_SIGN_PLAN`, `PAYSCORE.USER_CANCEL_SIGN_PLAN`.
    SignPlan(Box<SignPlan>),
    /// A sub-merchant was bound to a service, or was not: `PAYSCORE.BIND_SERVICE_ACCOUNT`.
    PayScoreServiceAccount(Box<ServiceAccountApplication>),
    /// A parking fee was paid, failed, or was paid back to WeChat Pay: `TRANSACTION.SUCCESS`, `TRANSACTION.FAIL`,
    /// `TRANSACTION.PAY_BACK`.
    ParkingPayment(Box<ParkingPayment>),
    /// A car that stands in a car park can be charged now, or no longer: `VEHICLE.ENTRANCE_STATE_CHANGE`.
    ParkingStateChange(Box<ParkingStateChange>),
    /// A complaint is new or has news: `COMPLAINT.CREATE`, `COMPLAINT.STATE_CHANGE`.
    Complaint(Box<Complaint>),
    /// A cash coupon was used: `COUPON.USE`.
    FavorCoupon(Box<FavorCoupon>),
    /// A merchant's coupon was sent: `COUPON.SEND`.
    BusifavorCoupon(Box<BusifavorCoupon>),
    /// A user has filled in the title of an electronic invoice: `FAPIAO.USER_APPLIED`.
    FapiaoApplied(Box<Fapiao>),
    /// Electronic invoices were issued or reversed, or put into a card wallet or out of it: `FAPIAO.ISSUED`,
    /// `FAPIAO.REVERSED`, `FAPIAO.CARD_INSERTED`, `FAPIAO.CARD_DISCARDED`.
    Fapiao(Box<Fapiao>),
    /// The echo of a test: `SECURITY_ECHO.SUCCESS`.
    SecurityEcho(Box<SecurityEcho>),
    /// A type, or a form of a type, that this crate has no struct for.
    Unknown {
        /// The notification's type.
        event_type: String,
        /// The resource, as it was decrypted.
        resource: Value,
    },
    /// A type that this crate has a struct for, and a resource that does not fit it: a member is missing that was always
    /// there, or has another form. It is genuine, and somebody has to look at it.
    Unread {
        /// The notification's type.
        event_type: String,
        /// The resource, as it was decrypted. What is no JSON is a string; what is no text either, a list of bytes.
        resource: Value,
        /// The members that do not fit.
        why: DecodeError,
    },
}

impl Resource for Event {
    fn read(event_type: &str, json: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self::read(event_type, json))
    }

    fn unread(&self) -> Option<&DecodeError> {
        match self {
            Self::Unread { why, .. } => Some(why),
            _ => None,
        }
    }

    fn addressee(&self) -> Option<&str> {
        self.caller()
    }

    fn open<'a>(&'a mut self, client: &'a Client) -> BoxFuture<'a, Result<(), OpenError>> {
        Box::pin(async move {
            match self {
                Self::SecurityEcho(echo) => client.open(&mut **echo).await,
                _ => Ok(()),
            }
        })
    }
}
