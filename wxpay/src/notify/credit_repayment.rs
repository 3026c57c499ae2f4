//! Contracts and payments of automatic credit repayment.

use super::{AnyFen, DisplayName, PlanId};
use crate::prelude::*;

/// A contract of automatic repayment, in answers to queries and in notifications that it was signed or has ended (信贷还款签约/解约成功通知):
/// `CREDIT_REPAYMENT.SIGN_CONTRACT` or `CREDIT_REPAYMENT.TERMINATE_CONTRACT`. `contract_state` says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RepaymentContract {
    /// The service provider's merchant number.
    pub sp_mchid: Option<String>,
    /// WeChat Pay's number for the contract, which repayments name.
    pub contract_id: String,
    /// Number of the contract template: an integer on the notification's page, a string on the query's.
    pub plan_id: Option<PlanId>,
    /// The service provider's own number for the contract.
    pub out_contract_code: String,
    /// The user's masked name, as the pre-sign gave it.
    pub display_name: Option<DisplayName>,
    /// State of the contract.
    pub contract_state: RepaymentContractState,
    /// Time at which the user signed.
    pub contract_signed_time: Option<DateTime>,
    /// Time at which the contract ended.
    pub contract_terminated_time: Option<DateTime>,
    /// The party that ended the contract.
    pub contract_termination_mode: Option<TerminationMode>,
    /// Name of `contract_termination_mode` in the query.
    pub contract_terminated_mode: Option<TerminationMode>,
    /// Reason for the end, in words.
    pub contract_termination_remark: Option<String>,
    /// Day of the month on which the user repays.
    pub repayment_day: Option<i64>,
    /// Highest amount of one repayment, in fen: a string on the notification's page, an integer on the query's.
    pub repayment_amount_limit: Option<AnyFen>,
    /// The service provider's app ID.
    pub appid: Option<String>,
    /// The user's openid under that app ID.
    pub openid: Option<String>,
}

/// States of a contract of automatic repayment (协议状态).
#[wxpay_enum]
pub enum RepaymentContractState {
    /// There is no contract (无效).
    #[wxpay(rename = "CONTRACT_STATE_INVALID")]
    Invalid,
    /// In force (生效).
    #[wxpay(rename = "CONTRACT_STATE_EFFECTIVE")]
    Effective,
    /// Ended (已解约).
    #[wxpay(rename = "CONTRACT_STATE_TERMINATED")]
    Terminated,
}

/// Parties that can end a contract of automatic repayment (协议解约方式).
#[wxpay_enum]
pub enum TerminationMode {
    /// None: the contract has not ended.
    #[wxpay(rename = "TERMINATION_MODE_INVALID")]
    Invalid,
    /// The user.
    #[wxpay(rename = "TERMINATION_MODE_BY_USER")]
    ByUser,
    /// The merchant.
    #[wxpay(rename = "TERMINATION_MODE_BY_MERCHANT")]
    ByMerchant,
    /// WeChat Pay's customer service.
    #[wxpay(rename = "TERMINATION_MODE_BY_CUSTOMER_SERVICE")]
    ByCustomerService,
}

/// A repayment, in answers to queries and in notifications that it was collected (还款成功通知): `CREDIT_REPAYMENT.DEDUCTION_PAY`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Repayment {
    /// The service provider's merchant number.
    pub sp_mchid: Option<String>,
    /// Merchant number of the sub-merchant that was paid.
    pub sub_mchid: Option<String>,
    /// The service provider's app ID.
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user's openid.
    pub openid: Option<String>,
    /// State of the repayment.
    pub order_state: RepaymentState,
    /// The merchant's own number for the repayment.
    pub out_trade_no: String,
    /// The merchant's own number for the announcement of the repayment.
    pub out_record_id: Option<String>,
    /// Number of the contract under which the repayment is collected.
    pub contract_id: String,
    /// Amount to collect, in fen.
    pub deduct_amount: AnyFen,
    /// Amount that was collected, in fen.
    pub pay_success_amount: Option<AnyFen>,
    /// Description of the payment, as the user's bill shows it.
    pub description: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
}

/// States of a repayment (还款单状态).
#[wxpay_enum]
pub enum RepaymentState {
    /// Accepted (待处理).
    #[wxpay(rename = "DEDUCT_ORDER_STATE_PENDING")]
    Pending,
    /// Not paid yet (未支付).
    #[wxpay(rename = "DEDUCT_ORDER_STATE_NOT_PAY")]
    NotPay,
    /// Paid (支付成功).
    #[wxpay(rename = "DEDUCT_ORDER_STATE_PAY_SUCCESS")]
    PaySuccess,
    /// Failed (支付失败).
    #[wxpay(rename = "DEDUCT_ORDER_STATE_PAY_FAIL")]
    PayFail,
}
