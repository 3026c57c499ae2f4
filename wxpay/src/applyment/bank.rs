//! What the merchant pays, and where its money goes.

use crate::prelude::*;

/// The merchant's trade and its rate (结算规则), as the table of rates by trade has them.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettlementInfo {
    /// The rule of the table.
    #[wxpay(label = "入驻结算规则ID")]
    pub settlement_id: Option<String>,
    /// The trade, in the table's words.
    #[wxpay(label = "所属行业")]
    pub qualification_type: Option<String>,
    /// The `MediaID` of each permit that the trade needs.
    #[wxpay(label = "特殊资质图片")]
    pub qualifications: Option<Vec<String>>,
    /// The campaign with a lower rate, if the merchant takes part.
    #[wxpay(label = "优惠费率活动ID")]
    pub activities_id: Option<String>,
    /// The rate, in percent with up to two decimals, within what the campaign allows.
    #[wxpay(label = "优惠费率活动值")]
    pub activities_rate: Option<String>,
    /// The rate for payments without credit card, in percent.
    #[wxpay(label = "非信用卡活动费率值")]
    pub debit_activities_rate: Option<String>,
    /// The rate for payments by credit card, in percent.
    #[wxpay(label = "信用卡活动费率值")]
    pub credit_activities_rate: Option<String>,
    /// The `MediaID` of each paper that the campaign asks for.
    #[wxpay(label = "优惠费率活动补充材料")]
    pub activities_additions: Option<Vec<String>>,
}

/// Where the merchant's money goes (结算银行账户).
///
/// Of the banks that are not directly connected, whose `account_bank` is `其他银行`, the branch has to be given: by
/// `bank_name` or `bank_branch_id`.
#[wxpay_object(required = BankAccountInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct BankAccountInfo {
    /// Whose account it is.
    #[wxpay(label = "账户类型")]
    pub bank_account_type: BankAccountType,
    /// The name of the account: the merchant's, or the owner's. Encrypted when it is sent.
    #[wxpay(label = "开户名称")]
    pub account_name: Sensitive,
    /// The bank, such as `工商银行`, or `其他银行`.
    #[wxpay(label = "开户银行")]
    pub account_bank: String,
    /// The code of its place, from the list of provinces and cities.
    #[wxpay(label = "开户银行省市编码")]
    pub bank_address_code: String,
    /// The branch's whole name.
    #[wxpay(label = "开户银行全称")]
    pub bank_name: Option<String>,
    /// The branch's number.
    #[wxpay(label = "开户银行联行号")]
    pub bank_branch_id: Option<String>,
    /// The number of the account. Encrypted when it is sent.
    #[wxpay(label = "银行账号")]
    pub account_number: Option<Sensitive>,
}

/// Whose bank account it is (账户类型).
#[wxpay_enum]
pub enum BankAccountType {
    /// The merchant's (对公银行账户).
    #[wxpay(rename = "BANK_ACCOUNT_TYPE_CORPORATE")]
    Corporate,
    /// The owner's, of sole traders (经营者个人银行卡).
    #[wxpay(rename = "BANK_ACCOUNT_TYPE_PERSONAL")]
    Personal,
}
