//! What a notification says, by its type.

use serde_json::{Value, json};
use wxpay_core::crypto::BoxFuture;
use wxpay_core::error::OpenError;
use wxpay_core::from_json;
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

impl Event {
    /// Reads the decrypted `resource` of a notification of that type. Members that this crate does not know are passed
    /// over; encrypted ones stay sealed. What does not fit its type is [`Unread`](Self::Unread), and whatever comes is kept.
    ///
    /// Products share types, so where one type has several forms, a member that only one of them has decides:
    ///
    /// | type | member | |
    /// |---|---|---|
    /// | `TRANSACTION.SUCCESS` | `sub_orders` | [`CombinedPayment`](Self::CombinedPayment) |
    /// | | `receiver` | [`ProfitSharingOrReturn`](Self::ProfitSharingOrReturn) |
    /// | | `parking_info` | [`ParkingPayment`](Self::ParkingPayment) |
    /// | | `sp_mchid` with `appid` | [`Unknown`](Self::Unknown): rides, school fees and the like |
    /// | | `sp_mchid` | [`PartnerPayment`](Self::PartnerPayment) |
    /// | | none of these | [`Payment`](Self::Payment), in its cross-border form too |
    /// | `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK` | `parking_info` | [`ParkingPayment`](Self::ParkingPayment) |
    /// | `TRANSACTION.FAIL` | `sp_mchid` with `sp_appid` | [`PartnerDebitFailed`](Self::PartnerDebitFailed) |
    /// | | `mchid`, and no `sp_mchid` | [`DebitFailed`](Self::DebitFailed) |
    /// | `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK` | none of these | [`Unknown`](Self::Unknown) |
    /// | `ENTRUST.SIGNING`, `ENTRUST.RELEASE` | no `contract_information` | [`Unknown`](Self::Unknown): a debit of school fees |
    /// | `PAYSCORE.USER_OPEN_SERVICE` | `contract_status` | [`Unknown`](Self::Unknown): contracts of school payments |
    /// | `PAYSCORE.USER_CLOSE_SERVICE`, `PAYSCORE.USER_ACCEPTED` | `contract_status` | the same |
    #[must_use]
    pub fn read(event_type: &str, resource: &[u8]) -> Self {
        Self::typed(event_type, resource).unwrap_or_else(|why| Self::Unread {
            event_type: event_type.to_owned(),
            resource: kept(resource),
            why,
        })
    }

    fn typed(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        Ok(match event_type {
            "TRANSACTION.SUCCESS" => return Self::transaction(event_type, resource),
            "TRANSACTION.FAIL" | "TRANSACTION.PAY_BACK" => return Self::debit(event_type, resource),
            "REFUND.SUCCESS" | "REFUND.ABNORMAL" | "REFUND.CLOSED" => Self::Refund(from_json(resource)?),
            "PROFITSHARING.SUCCESS" | "PROFITSHARING" => Self::ProfitSharing(from_json(resource)?),
            "PROFITSHARING.RETURN" | "PROFITSHARING_RETURN" => Self::ProfitSharingReturn(from_json(resource)?),
            "MCHTRANSFER.BILL.FINISHED" => Self::TransferBill(from_json(resource)?),
            "MCHTRANSFER.AUTHORIZATION.CONFIRMED" | "MCHTRANSFER.AUTHORIZATION.CLOSED" => {
                Self::TransferAuthorization(from_json(resource)?)
            }
            "MCHTRANSFER.BATCH.FINISHED" | "MCHTRANSFER.BATCH.CLOSED" => Self::TransferBatch(from_json(resource)?),
            "CREDIT_REPAYMENT.SIGN_CONTRACT" | "CREDIT_REPAYMENT.TERMINATE_CONTRACT" => {
                Self::RepaymentContract(from_json(resource)?)
            }
            "CREDIT_REPAYMENT.DEDUCTION_PAY" => Self::Repayment(from_json(resource)?),
            "ENTRUST.SIGN" | "ENTRUST.TERMINATE" => Self::PapayContract(from_json(resource)?),
            "ENTRUST.TERMINATE_INQUIRY" => Self::PapayEndingInquiry(from_json(resource)?),
            "ENTRUST.TERMINATE_RETENTION" => Self::PapayRetention(from_json(resource)?),
            "PAPAY.SIGN" => Self::CrossBorderContractSigned(from_json(resource)?),
            "PAPAY.TERMINATE" => Self::CrossBorderContractTerminated(from_json(resource)?),
            "ECOMMERCE_ENTRUST.SIGN" => Self::EcommerceContractSigned(from_json(resource)?),
            "ECOMMERCE_ENTRUST.TERMINATE" => Self::EcommerceContractTerminated(from_json(resource)?),
            "ENTRUST.SIGNING" | "ENTRUST.RELEASE" => return Self::school_fees(event_type, resource),
            "PAYSCORE.USER_CONFIRM" | "PAYSCORE.USER_PAID" => Self::ServiceOrder(from_json(resource)?),
            "PAYSCORE.USER_OPEN_SERVICE" | "PAYSCORE.USER_CLOSE_SERVICE" | "PAYSCORE.USER_ACCEPTED" => {
                return Self::permission(event_type, resource);
            }
            "PAYSCORE.USER_SIGN_PLAN" | "PAYSCORE.USER_CANCEL_SIGN_PLAN" => Self::SignPlan(from_json(resource)?),
            "PAYSCORE.BIND_SERVICE_ACCOUNT" => Self::PayScoreServiceAccount(from_json(resource)?),
            "VEHICLE.ENTRANCE_STATE_CHANGE" => Self::ParkingStateChange(from_json(resource)?),
            "COMPLAINT.CREATE" | "COMPLAINT.STATE_CHANGE" => Self::Complaint(from_json(resource)?),
            "COUPON.USE" => Self::FavorCoupon(from_json(resource)?),
            "COUPON.SEND" => Self::BusifavorCoupon(from_json(resource)?),
            "FAPIAO.USER_APPLIED" => Self::FapiaoApplied(from_json(resource)?),
            "FAPIAO.ISSUED" | "FAPIAO.REVERSED" | "FAPIAO.CARD_INSERTED" | "FAPIAO.CARD_DISCARDED" => {
                Self::Fapiao(from_json(resource)?)
            }
            "SECURITY_ECHO.SUCCESS" => Self::SecurityEcho(from_json(resource)?),
            _ => return Self::unknown(event_type, resource),
        })
    }

    fn transaction(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        let form = TransactionForm::of(resource)?;
        Ok(match form {
            TransactionForm { sub_orders: Some(_), .. } => Self::CombinedPayment(from_json(resource)?),
            TransactionForm { receiver: Some(_), .. } => Self::ProfitSharingOrReturn(from_json(resource)?),
            TransactionForm { parking_info: Some(_), .. } => Self::ParkingPayment(from_json(resource)?),
            // A service provider's own payment calls its app `sp_appid`. Were this one read as that, a fare could not be
            // received at all.
            TransactionForm { sp_mchid: Some(_), appid: Some(_), .. } => return Self::unknown(event_type, resource),
            TransactionForm { sp_mchid: Some(_), .. } => Self::PartnerPayment(from_json(resource)?),
            TransactionForm { .. } => Self::Payment(from_json(resource)?),
        })
    }

    fn debit(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        let form = TransactionForm::of(resource)?;
        let failed = event_type == "TRANSACTION.FAIL";
        Ok(match form {
            TransactionForm { parking_info: Some(_), .. } => Self::ParkingPayment(from_json(resource)?),
            TransactionForm { sp_mchid: Some(_), sp_appid: Some(_), .. } if failed => {
                Self::PartnerDebitFailed(from_json(resource)?)
            }
            TransactionForm { sp_mchid: None, mchid: Some(_), .. } if failed => Self::DebitFailed(from_json(resource)?),
            TransactionForm { .. } => return Self::unknown(event_type, resource),
        })
    }

    fn school_fees(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        let form: ContractForm = from_json(resource)?;
        match form.contract_information {
            Some(_) => Ok(Self::EducationContract(from_json(resource)?)),
            None => Self::unknown(event_type, resource),
        }
    }

    fn permission(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        let form: ContractForm = from_json(resource)?;
        match form.contract_status {
            Some(_) => Self::unknown(event_type, resource),
            None => Ok(Self::PayScorePermission(from_json(resource)?)),
        }
    }

    fn unknown(event_type: &str, resource: &[u8]) -> Result<Self, DecodeError> {
        let resource = serde_json::from_slice(resource).map_err(|error| DecodeError::Syntax(error.to_string()))?;
        Ok(Self::Unknown { event_type: event_type.to_owned(), resource })
    }
}

/// Whatever was decrypted, without loss: as JSON, else as text, else as bytes.
fn kept(resource: &[u8]) -> Value {
    serde_json::from_slice(resource)
        .unwrap_or_else(|_| std::str::from_utf8(resource).map_or_else(|_| resource.into(), Value::from))
}

/// What tells the forms of a transaction apart.
#[wxpay_object]
struct TransactionForm {
    sub_orders: Option<Value>,
    receiver: Option<Value>,
    parking_info: Option<Value>,
    mchid: Option<Value>,
    sp_mchid: Option<Value>,
    appid: Option<Value>,
    sp_appid: Option<Value>,
}

impl TransactionForm {
    /// What is there and says something: an empty member tells nothing apart.
    fn of(resource: &[u8]) -> Result<Self, DecodeError> {
        let form: Self = from_json(resource)?;
        let said =
            |member: Option<Value>| member.filter(|member| ![Value::from(""), json!({}), json!([])].contains(member));
        Ok(Self {
            sub_orders: said(form.sub_orders),
            receiver: said(form.receiver),
            parking_info: said(form.parking_info),
            mchid: said(form.mchid),
            sp_mchid: said(form.sp_mchid),
            appid: said(form.appid),
            sp_appid: said(form.sp_appid),
        })
    }
}

/// What tells contracts of schools apart from what shares their type.
#[wxpay_object]
struct ContractForm {
    contract_status: Option<Value>,
    contract_information: Option<Value>,
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

/// The event types that [`Event`] has a variant for.
pub const EVENT_TYPES: &[&str] = &[
    "COMPLAINT.CREATE",
    "COMPLAINT.STATE_CHANGE",
    "COUPON.SEND",
    "COUPON.USE",
    "CREDIT_REPAYMENT.DEDUCTION_PAY",
    "CREDIT_REPAYMENT.SIGN_CONTRACT",
    "CREDIT_REPAYMENT.TERMINATE_CONTRACT",
    "ECOMMERCE_ENTRUST.SIGN",
    "ECOMMERCE_ENTRUST.TERMINATE",
    "ENTRUST.RELEASE",
    "ENTRUST.SIGN",
    "ENTRUST.SIGNING",
    "ENTRUST.TERMINATE",
    "ENTRUST.TERMINATE_INQUIRY",
    "ENTRUST.TERMINATE_RETENTION",
    "FAPIAO.CARD_DISCARDED",
    "FAPIAO.CARD_INSERTED",
    "FAPIAO.ISSUED",
    "FAPIAO.REVERSED",
    "FAPIAO.USER_APPLIED",
    "MCHTRANSFER.AUTHORIZATION.CLOSED",
    "MCHTRANSFER.AUTHORIZATION.CONFIRMED",
    "MCHTRANSFER.BATCH.CLOSED",
    "MCHTRANSFER.BATCH.FINISHED",
    "MCHTRANSFER.BILL.FINISHED",
    "PAPAY.SIGN",
    "PAPAY.TERMINATE",
    "PAYSCORE.BIND_SERVICE_ACCOUNT",
    "PAYSCORE.USER_ACCEPTED",
    "PAYSCORE.USER_CANCEL_SIGN_PLAN",
    "PAYSCORE.USER_CLOSE_SERVICE",
    "PAYSCORE.USER_CONFIRM",
    "PAYSCORE.USER_OPEN_SERVICE",
    "PAYSCORE.USER_PAID",
    "PAYSCORE.USER_SIGN_PLAN",
    "PROFITSHARING",
    "PROFITSHARING.RETURN",
    "PROFITSHARING.SUCCESS",
    "PROFITSHARING_RETURN",
    "REFUND.ABNORMAL",
    "REFUND.CLOSED",
    "REFUND.SUCCESS",
    "SECURITY_ECHO.SUCCESS",
    "TRANSACTION.FAIL",
    "TRANSACTION.PAY_BACK",
    "TRANSACTION.SUCCESS",
    "VEHICLE.ENTRANCE_STATE_CHANGE",
];
