//! Contracts and payments of automatic credit repayment.

use super::{AnyFen, DisplayName, PlanId};
use crate::prelude::*;

/// A contract of automatic repayment, as queries answer it, and as it is notified when it was signed or has ended
/// (信贷还款签约/解约成功通知): `CREDIT_REPAYMENT.SIGN_CONTRACT` or `CREDIT_REPAYMENT.TERMINATE_CONTRACT`; `contract_state`
/// says which.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct RepaymentContract {
    /// The service provider.
    pub sp_mchid: Option<String>,
    /// WeChat Pay's number for the contract; repayments go by it.
    pub contract_id: String,
    /// The template. The notification's page has a number here, the query's a string.
    pub plan_id: Option<PlanId>,
    /// The service provider's own number for the contract.
    pub out_contract_code: String,
    /// The user's masked name, as the pre-sign gave it.
    pub display_name: Option<DisplayName>,
    /// Whether the contract is in force.
    pub contract_state: RepaymentContractState,
    /// When the user signed.
    pub contract_signed_time: Option<DateTime>,
    /// When it ended.
    pub contract_terminated_time: Option<DateTime>,
    /// Who ended it.
    pub contract_termination_mode: Option<TerminationMode>,
    /// The query's name for `contract_termination_mode`.
    pub contract_terminated_mode: Option<TerminationMode>,
    /// Why it was ended, in words.
    pub contract_termination_remark: Option<String>,
    /// The day of the month to repay on.
    pub repayment_day: Option<i64>,
    /// The most that one repayment may take, in fen. The notification's page has a string here, the query's a number.
    pub repayment_amount_limit: Option<AnyFen>,
    /// The service provider's app ID.
    pub appid: Option<String>,
    /// The user under that app ID.
    pub openid: Option<String>,
}

/// Whether a contract of automatic repayment is in force (协议状态).
#[wxpay_enum]
pub enum RepaymentContractState {
    /// No contract (无效).
    #[wxpay(rename = "CONTRACT_STATE_INVALID")]
    Invalid,
    /// In force (生效).
    #[wxpay(rename = "CONTRACT_STATE_EFFECTIVE")]
    Effective,
    /// Ended (已解约).
    #[wxpay(rename = "CONTRACT_STATE_TERMINATED")]
    Terminated,
}

/// Who ended a contract of automatic repayment (协议解约方式).
#[wxpay_enum]
pub enum TerminationMode {
    /// Nobody: it has not ended.
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

/// A repayment, as queries answer it, and as it is notified when it was collected (还款成功通知):
/// `CREDIT_REPAYMENT.DEDUCTION_PAY`.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Repayment {
    /// The service provider.
    pub sp_mchid: Option<String>,
    /// The sub-merchant that was paid.
    pub sub_mchid: Option<String>,
    /// The service provider's app ID.
    pub appid: Option<String>,
    /// The sub-merchant's app ID.
    pub sub_appid: Option<String>,
    /// The user.
    pub openid: Option<String>,
    /// What became of the repayment.
    pub order_state: RepaymentState,
    /// The merchant's own number for the repayment.
    pub out_trade_no: String,
    /// The merchant's own number for its announcement.
    pub out_record_id: Option<String>,
    /// The contract it was collected by.
    pub contract_id: String,
    /// What was to be collected, in fen.
    pub deduct_amount: AnyFen,
    /// What was collected, in fen.
    pub pay_success_amount: Option<AnyFen>,
    /// What was paid, as the user's bill shows it.
    pub description: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// WeChat Pay's number for the payment.
    pub transaction_id: Option<String>,
}

/// What became of a repayment (还款单状态).
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
