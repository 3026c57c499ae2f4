//! The bank account of a merchant that is in.

use crate::prelude::*;

/// Changes the bank account that a sub-merchant is paid to (修改结算账户).
///
/// Accepted is not changed: the bank is asked, and [`QuerySettlementModification`] tells. Repeated, it makes another
/// request for a change.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/apply4sub/sub_merchants/{sub_mchid}/modify-settlement",
    response = ModifySettlementResponse,
    required = ModifySettlementRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012761102"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModifySettlement {
    /// The sub-merchant.
    #[wxpay(len = 8..=32, label = "特约商户号")]
    pub sub_mchid: String,
    /// How it is done.
    #[wxpay(label = "修改模式")]
    pub modify_mode: Option<ModifyMode>,
    /// Whose account it is.
    #[wxpay(label = "账户类型")]
    pub account_type: AccountType,
    /// The bank, such as `工商银行`, or `其他银行`.
    #[wxpay(label = "开户银行")]
    pub account_bank: String,
    /// The code of its place, from the list of provinces and cities. Newer pages do not have it.
    #[wxpay(label = "开户银行省市编码")]
    pub bank_address_code: Option<String>,
    /// The branch's whole name. Of `其他银行`, this or `bank_branch_id` has to be given.
    #[wxpay(label = "开户银行全称")]
    pub bank_name: Option<String>,
    /// The branch's number. Of `其他银行`, this or `bank_name` has to be given.
    #[wxpay(label = "开户银行联行号")]
    pub bank_branch_id: Option<String>,
    /// The number of the account. Encrypted when it is sent.
    #[wxpay(label = "银行账号")]
    pub account_number: Sensitive,
    /// The name of the account, if it is to be changed. Encrypted when it is sent.
    #[wxpay(label = "开户名称")]
    pub account_name: Option<Sensitive>,
}

/// How a bank account is changed (修改模式).
#[wxpay_enum]
pub enum ModifyMode {
    /// Accepted first, checked afterwards.
    #[wxpay(rename = "MODIFY_MODE_ASYNC")]
    Async,
}

/// Whose bank account it is (账户类型).
#[wxpay_enum]
pub enum AccountType {
    /// The merchant's (对公银行账户).
    #[wxpay(rename = "ACCOUNT_TYPE_BUSINESS")]
    Business,
    /// The owner's (经营者个人银行卡).
    #[wxpay(rename = "ACCOUNT_TYPE_PRIVATE")]
    Private,
}

/// The answer to a [`ModifySettlement`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModifySettlementResponse {
    /// WeChat Pay's number for the change, to ask with.
    pub application_no: String,
}

/// Asks what became of a change of the bank account (查询结算账户修改申请状态).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/apply4sub/sub_merchants/{sub_mchid}/application/{application_no}",
    response = SettlementModification,
    required = QuerySettlementModificationRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012761120"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuerySettlementModification {
    /// The sub-merchant.
    #[wxpay(len = 32, label = "特约商户/二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number for the change.
    #[wxpay(label = "修改结算账户申请单号")]
    pub application_no: String,
    /// How the account's number is masked in the answer.
    #[wxpay(label = "银行账号展示规则")]
    pub account_number_rule: Option<AccountNumberRule>,
}

/// How the number of a bank account is masked (银行账号展示规则).
#[wxpay_enum]
pub enum AccountNumberRule {
    /// Such as `62*************78`.
    #[wxpay(rename = "ACCOUNT_NUMBER_RULE_MASK_V1")]
    MaskV1,
    /// The second way, which shows more digits.
    #[wxpay(rename = "ACCOUNT_NUMBER_RULE_MASK_V2")]
    MaskV2,
}

/// A change of the bank account as it stands.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementModification {
    /// The name of the account, masked.
    pub account_name: String,
    /// Whose account it is.
    pub account_type: AccountType,
    /// The bank.
    pub account_bank: String,
    /// The code of the bank's place.
    pub bank_address_code: Option<String>,
    /// The branch's whole name.
    pub bank_name: Option<String>,
    /// The branch's number.
    pub bank_branch_id: Option<String>,
    /// The number of the account, masked.
    pub account_number: String,
    /// What became of it.
    pub verify_result: ModificationResult,
    /// Why it was refused, in Chinese.
    pub verify_fail_reason: Option<String>,
    /// When that became known.
    pub verify_finish_time: Option<DateTime>,
}

/// What became of a change of the bank account (审核状态).
#[wxpay_enum]
pub enum ModificationResult {
    /// It is changed (审核成功).
    AuditSuccess,
    /// Not known yet (审核中).
    Auditing,
    /// It stays as it was (审核驳回).
    AuditFail,
}

/// Asks which bank account a sub-merchant is paid to (查询结算账户).
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 403 `NO_AUTH`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/apply4sub/sub_merchants/{sub_mchid}/settlement",
    response = SettlementAccount,
    required = QuerySettlementRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012761113"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuerySettlement {
    /// The sub-merchant.
    #[wxpay(len = 32, label = "特约商户/二级商户号")]
    pub sub_mchid: String,
    /// How the account's number is masked in the answer.
    #[wxpay(label = "银行账号展示规则")]
    pub account_number_rule: Option<AccountNumberRule>,
}

/// The bank account that a sub-merchant is paid to.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementAccount {
    /// Whose account it is.
    pub account_type: AccountType,
    /// The bank.
    pub account_bank: String,
    /// The code of the bank's place.
    pub bank_address_code: Option<String>,
    /// The branch's whole name.
    pub bank_name: Option<String>,
    /// The branch's number.
    pub bank_branch_id: Option<String>,
    /// The number of the account, masked.
    pub account_number: String,
    /// Whether the bank knows it.
    pub verify_result: SettlementVerification,
    /// What the bank says against it, in Chinese.
    pub verify_fail_reason: Option<String>,
}

/// Whether the bank knows an account (验证结果).
#[wxpay_enum]
pub enum SettlementVerification {
    /// It does, or nothing was paid to it yet (验证成功).
    VerifySuccess,
    /// It does not; the account has to be changed (验证失败).
    VerifyFail,
    /// Being asked (验证中).
    Verifying,
}
