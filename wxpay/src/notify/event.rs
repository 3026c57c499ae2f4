//! The contents of notifications, by type.

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

/// The content of a notification: its decrypted resource, read by its type.
///
/// A resource has one variant, or two if only the event type says which of two things happened. Two variants keep the JSON:
/// [`Unknown`](Self::Unknown) is a type, or a form of a type, that this crate does not know; [`Unread`](Self::Unread) a resource
/// that does not fit its type, or is not JSON. Both are genuine. WeChat Pay does not send them again after a success: keep them
/// before you reply with success, or reply with a 5xx.
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
    /// A share of a payment was returned: `PROFITSHARING.RETURN`, or `PROFITSHARING_RETURN` by its older name.
    ProfitSharingReturn(Box<Sharing>),
    /// A share of a payment was received **or returned**: `TRANSACTION.SUCCESS` with `receiver`. Until 2025 this was the type of
    /// both, and it does not say which. Do not book it before you have queried it.
    ///
    /// The merchant that shares can query it. For a share, `profit_sharing::QuerySharing` with this `out_order_no` and
    /// `transaction_id` finds an order whose `order_id` is the same. For a return, `profit_sharing::QueryReturn` with this
    /// `out_order_no` as `out_return_no` finds a return whose `return_id` is this `order_id`. Platforms and brands have similar
    /// queries. A receiver that cannot query finds the direction in its fund-flow bill.
    ProfitSharingOrReturn(Box<Sharing>),
    /// A transfer to a user has ended: `MCHTRANSFER.BILL.FINISHED`.
    TransferBill(Box<TransferBill>),
    /// A user has authorized transfers, or the authorization has ended: `MCHTRANSFER.AUTHORIZATION.CONFIRMED`,
    /// `MCHTRANSFER.AUTHORIZATION.CLOSED`.
    TransferAuthorization(Box<Authorization>),
    /// A batch of transfers was processed or closed: `MCHTRANSFER.BATCH.FINISHED`, `MCHTRANSFER.BATCH.CLOSED`.
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
    /// A user is about to end a contract of automatic debit, and the merchant may make an offer: `ENTRUST.TERMINATE_RETENTION`.
    PapayRetention(Box<PapayRetention>),
    /// An automatic debit failed, and nothing was paid: `TRANSACTION.FAIL`.
    DebitFailed(Box<Payment>),
    /// An automatic debit for a sub-merchant failed, and nothing was paid: `TRANSACTION.FAIL`.
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
    /// A user gave or withdrew a permission: `PAYSCORE.USER_OPEN_SERVICE`, `PAYSCORE.USER_CLOSE_SERVICE`;
    /// `PAYSCORE.USER_ACCEPTED` on older pages.
    PayScorePermission(Box<PayScorePermission>),
    /// A plan was signed or cancelled: `PAYSCORE.USER_SIGN_PLAN`, `PAYSCORE.USER_CANCEL_SIGN_PLAN`.
    SignPlan(Box<SignPlan>),
    /// A sub-merchant was bound to a service, or the binding was rejected: `PAYSCORE.BIND_SERVICE_ACCOUNT`.
    PayScoreServiceAccount(Box<ServiceAccountApplication>),
    /// A parking fee was paid, could not be collected, or was paid back to WeChat Pay by the user: `TRANSACTION.SUCCESS`,
    /// `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK`.
    ParkingPayment(Box<ParkingPayment>),
    /// A parked car became chargeable, or is no longer chargeable: `VEHICLE.ENTRANCE_STATE_CHANGE`.
    ParkingStateChange(Box<ParkingStateChange>),
    /// A complaint is new or has changed: `COMPLAINT.CREATE`, `COMPLAINT.STATE_CHANGE`.
    Complaint(Box<Complaint>),
    /// A cash coupon was used: `COUPON.USE`.
    FavorCoupon(Box<FavorCoupon>),
    /// A merchant's coupon was sent: `COUPON.SEND`.
    BusifavorCoupon(Box<BusifavorCoupon>),
    /// A user has filled in the title of an electronic invoice: `FAPIAO.USER_APPLIED`.
    FapiaoApplied(Box<Fapiao>),
    /// Electronic invoices were issued or reversed, or added to a card wallet or removed from it: `FAPIAO.ISSUED`,
    /// `FAPIAO.REVERSED`, `FAPIAO.CARD_INSERTED`, `FAPIAO.CARD_DISCARDED`.
    Fapiao(Box<Fapiao>),
    /// The echo of a test: `SECURITY_ECHO.SUCCESS`.
    SecurityEcho(Box<SecurityEcho>),
    /// A type, or a form of a type, that this crate has no struct for.
    Unknown {
        /// The notification's type.
        event_type: String,
        /// The decrypted resource.
        resource: Value,
    },
    /// A resource that does not fit the struct of its type: a required or `compared` member is missing or has another form; under
    /// any type also a resource that is not JSON. The notification is genuine, and a person has to look at it.
    Unread {
        /// The notification's type.
        event_type: String,
        /// The decrypted resource: a string if it is not JSON, a list of bytes if it is not text either.
        resource: Value,
        /// The members that do not fit, or the parser's reason if it is not JSON.
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
