//! The merchant's rate and bank account.

use crate::prelude::*;

/// The merchant's trade and rate (结算规则), as the official table of rates lists them.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettlementInfo {
    /// Settlement rule of the table.
    #[wxpay(label = "入驻结算规则ID")]
    pub settlement_id: Option<String>,
    /// Trade, as the table names it.
    #[wxpay(label = "所属行业")]
    pub qualification_type: Option<String>,
    /// `MediaID` of each permit that the trade requires.
    #[wxpay(label = "特殊资质图片")]
    pub qualifications: Option<Vec<String>>,
    /// Campaign with a lower rate, if the merchant takes part in one.
    #[wxpay(label = "优惠费率活动ID")]
    pub activities_id: Option<String>,
    /// Rate in percent with up to two decimals, within the limits of the campaign.
    #[wxpay(label = "优惠费率活动值")]
    pub activities_rate: Option<String>,
    /// Rate in percent for payments that are not made by credit card.
    #[wxpay(label = "非信用卡活动费率值")]
    pub debit_activities_rate: Option<String>,
    /// Rate in percent for payments by credit card.
    #[wxpay(label = "信用卡活动费率值")]
    pub credit_activities_rate: Option<String>,
    /// `MediaID` of each document that the campaign requires.
    #[wxpay(label = "优惠费率活动补充材料")]
    pub activities_additions: Option<Vec<String>>,
}

/// The bank account that receives the settlements (结算银行账户).
///
/// For a bank that is not directly connected, whose `account_bank` is `其他银行`, the branch is required: as `bank_name` or
/// `bank_branch_id`.
#[wxpay_object(required = BankAccountInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BankAccountInfo {
    /// Kind of account.
    #[wxpay(label = "账户类型")]
    pub bank_account_type: BankAccountType,
    /// Name of the account holder: the merchant or the owner. Encrypted in the request.
    #[wxpay(label = "开户名称")]
    pub account_name: Sensitive,
    /// The bank, such as `工商银行`, or `其他银行`.
    #[wxpay(label = "开户银行")]
    pub account_bank: String,
    /// Code of the bank's province and city.
    #[wxpay(label = "开户银行省市编码")]
    pub bank_address_code: String,
    /// Full name of the branch.
    #[wxpay(label = "开户银行全称")]
    pub bank_name: Option<String>,
    /// Number of the branch.
    #[wxpay(label = "开户银行联行号")]
    pub bank_branch_id: Option<String>,
    /// Account number. Encrypted in the request.
    #[wxpay(label = "银行账号")]
    pub account_number: Option<Sensitive>,
}

/// A kind of bank account (账户类型).
#[wxpay_enum]
pub enum BankAccountType {
    /// Account of the merchant (对公银行账户).
    #[wxpay(rename = "BANK_ACCOUNT_TYPE_CORPORATE")]
    Corporate,
    /// Account of the owner, for sole traders (经营者个人银行卡).
    #[wxpay(rename = "BANK_ACCOUNT_TYPE_PERSONAL")]
    Personal,
}
