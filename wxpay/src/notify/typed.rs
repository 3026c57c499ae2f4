//! Reading a notification's resource by its type.

use serde_json::{Value, json};
use wxpay_core::from_json;

use super::Event;
use crate::DecodeError;
use crate::prelude::*;

impl Event {
    /// Reads the decrypted `resource` of a notification of type `event_type`. Members that this crate does not know are ignored;
    /// encrypted ones stay sealed. A resource that does not fit its type becomes [`Unread`](Self::Unread), and nothing is lost.
    ///
    /// Products share types. If a type has several forms, a member that only one of them has decides:
    ///
    /// | type | member | |
    /// |---|---|---|
    /// | `TRANSACTION.SUCCESS` | `sub_orders` | [`CombinedPayment`](Self::CombinedPayment) |
    /// | | `receiver` | [`ProfitSharingOrReturn`](Self::ProfitSharingOrReturn) |
    /// | | `parking_info` | [`ParkingPayment`](Self::ParkingPayment) |
    /// | | `sp_mchid` with `appid` | [`Unknown`](Self::Unknown): rides, school fees and the like |
    /// | | `sp_mchid` | [`PartnerPayment`](Self::PartnerPayment) |
    /// | | no such member | [`Payment`](Self::Payment), also in its cross-border form |
    /// | `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK` | `parking_info` | [`ParkingPayment`](Self::ParkingPayment) |
    /// | `TRANSACTION.FAIL` | `sp_mchid` with `sp_appid` | [`PartnerDebitFailed`](Self::PartnerDebitFailed) |
    /// | | `mchid`, and no `sp_mchid` | [`DebitFailed`](Self::DebitFailed) |
    /// | `TRANSACTION.FAIL`, `TRANSACTION.PAY_BACK` | no such member | [`Unknown`](Self::Unknown) |
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
            // A service provider's basic payment names its app `sp_appid`. A ride's fare has `appid` instead: read as a basic
            // payment, it would always be `Unread`.
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

/// Keeps the decrypted resource without loss: as JSON, or else as text, or else as bytes.
fn kept(resource: &[u8]) -> Value {
    serde_json::from_slice(resource)
        .unwrap_or_else(|_| std::str::from_utf8(resource).map_or_else(|_| resource.into(), Value::from))
}

/// Members that tell the forms of a transaction apart.
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
    /// Reads the members. An empty one counts as missing.
    fn of(resource: &[u8]) -> Result<Self, DecodeError> {
        let form: Self = from_json(resource)?;
        let given =
            |member: Option<Value>| member.filter(|member| ![Value::from(""), json!({}), json!([])].contains(member));
        Ok(Self {
            sub_orders: given(form.sub_orders),
            receiver: given(form.receiver),
            parking_info: given(form.parking_info),
            mchid: given(form.mchid),
            sp_mchid: given(form.sp_mchid),
            appid: given(form.appid),
            sp_appid: given(form.sp_appid),
        })
    }
}

/// Members that tell school contracts apart from other resources of the same type.
#[wxpay_object]
struct ContractForm {
    contract_status: Option<Value>,
    contract_information: Option<Value>,
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
