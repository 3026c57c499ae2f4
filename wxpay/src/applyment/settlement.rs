//! The bank account of a sub-merchant.

use crate::prelude::*;

/// Changes the bank account that receives a sub-merchant's settlements (修改结算账户).
///
/// An accepted request has not changed the account yet: the bank verifies it first, and [`QuerySettlementModification`] returns
/// the result. A repeated request makes another change request.
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
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 8..=32, label = "特约商户号")]
    pub sub_mchid: String,
    /// Mode of the change.
    #[wxpay(label = "修改模式")]
    pub modify_mode: Option<ModifyMode>,
    /// Kind of account.
    #[wxpay(label = "账户类型")]
    pub account_type: AccountType,
    /// The bank, such as `工商银行`, or `其他银行`.
    #[wxpay(label = "开户银行")]
    pub account_bank: String,
    /// Code of the bank's province and city. Newer pages do not have this member.
    #[wxpay(label = "开户银行省市编码")]
    pub bank_address_code: Option<String>,
    /// Full name of the branch. For `其他银行`, this or `bank_branch_id` is required.
    #[wxpay(label = "开户银行全称")]
    pub bank_name: Option<String>,
    /// Number of the branch. For `其他银行`, this or `bank_name` is required.
    #[wxpay(label = "开户银行联行号")]
    pub bank_branch_id: Option<String>,
    /// Account number. Encrypted in the request.
    #[wxpay(label = "银行账号")]
    pub account_number: Sensitive,
    /// Name of the account holder, if it changes. Encrypted in the request.
    #[wxpay(label = "开户名称")]
    pub account_name: Option<Sensitive>,
}

/// The mode of a bank account's change (修改模式).
#[wxpay_enum]
pub enum ModifyMode {
    /// The request is accepted first and verified later.
    #[wxpay(rename = "MODIFY_MODE_ASYNC")]
    Async,
}

/// A kind of bank account (账户类型).
#[wxpay_enum]
pub enum AccountType {
    /// Account of the merchant (对公银行账户).
    #[wxpay(rename = "ACCOUNT_TYPE_BUSINESS")]
    Business,
    /// Account of the owner (经营者个人银行卡).
    #[wxpay(rename = "ACCOUNT_TYPE_PRIVATE")]
    Private,
}

/// The answer to a [`ModifySettlement`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ModifySettlementResponse {
    /// WeChat Pay's number of the change, for the query.
    pub application_no: String,
}

/// Queries a change of the bank account (查询结算账户修改申请状态).
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
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户/二级商户号")]
    pub sub_mchid: String,
    /// WeChat Pay's number of the change.
    #[wxpay(label = "修改结算账户申请单号")]
    pub application_no: String,
    /// Rule by which the answer masks the account number.
    #[wxpay(label = "银行账号展示规则")]
    pub account_number_rule: Option<AccountNumberRule>,
}

/// A rule that masks a bank account number (银行账号展示规则).
#[wxpay_enum]
pub enum AccountNumberRule {
    /// Masks like `62*************78`.
    #[wxpay(rename = "ACCOUNT_NUMBER_RULE_MASK_V1")]
    MaskV1,
    /// The second rule, which shows more digits.
    #[wxpay(rename = "ACCOUNT_NUMBER_RULE_MASK_V2")]
    MaskV2,
}

/// The state of a bank account's change.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementModification {
    /// Name of the account holder, masked.
    pub account_name: String,
    /// Kind of account.
    pub account_type: AccountType,
    /// The bank.
    pub account_bank: String,
    /// Code of the bank's province and city.
    pub bank_address_code: Option<String>,
    /// Full name of the branch.
    pub bank_name: Option<String>,
    /// Number of the branch.
    pub bank_branch_id: Option<String>,
    /// Account number, masked.
    pub account_number: String,
    /// Result of the change.
    pub verify_result: ModificationResult,
    /// Reason of a rejection, in Chinese.
    pub verify_fail_reason: Option<String>,
    /// Time of the result.
    pub verify_finish_time: Option<DateTime>,
}

/// The result of a bank account's change (审核状态).
#[wxpay_enum]
pub enum ModificationResult {
    /// The account is changed (审核成功).
    AuditSuccess,
    /// The result is not known yet (审核中).
    Auditing,
    /// The change is rejected and the account stays as before (审核驳回).
    AuditFail,
}

/// Queries the bank account that receives a sub-merchant's settlements (查询结算账户).
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
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "特约商户/二级商户号")]
    pub sub_mchid: String,
    /// Rule by which the answer masks the account number.
    #[wxpay(label = "银行账号展示规则")]
    pub account_number_rule: Option<AccountNumberRule>,
}

/// The bank account that receives a sub-merchant's settlements.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SettlementAccount {
    /// Kind of account.
    pub account_type: AccountType,
    /// The bank.
    pub account_bank: String,
    /// Code of the bank's province and city.
    pub bank_address_code: Option<String>,
    /// Full name of the branch.
    pub bank_name: Option<String>,
    /// Number of the branch.
    pub bank_branch_id: Option<String>,
    /// Account number, masked.
    pub account_number: String,
    /// Result of the bank's verification.
    pub verify_result: SettlementVerification,
    /// Reason why the verification failed, in Chinese.
    pub verify_fail_reason: Option<String>,
}

/// The result of a bank account's verification (验证结果).
#[wxpay_enum]
pub enum SettlementVerification {
    /// The bank has verified the account, or nothing was paid to it yet (验证成功).
    VerifySuccess,
    /// The verification failed; the account has to be changed (验证失败).
    VerifyFail,
    /// The verification is in progress (验证中).
    Verifying,
}
