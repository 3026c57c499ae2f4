//! A refund that the user's bank did not take.

use super::Refund;
use crate::prelude::*;

/// Sends a refund that the bank did not take another way (发起异常退款).
///
/// Of a refund that is [`Abnormal`](super::RefundStatus::Abnormal), the money goes to another card of the user, or back
/// to the merchant. It is [`Processing`](super::RefundStatus::Processing) again.
///
/// Errors: 400 `INVALID_REQUEST` (it is not abnormal), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429
/// `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/refund/domestic/refunds/{refund_id}/apply-abnormal-refund",
    response = Refund,
    required = ApplyAbnormalRefundRequired,
    number = "out_refund_no",
    unknown_on = [429],
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4013071193"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApplyAbnormalRefund {
    /// WeChat Pay's number for the refund.
    #[wxpay(label = "微信退款单号")]
    pub refund_id: String,
    /// The sub-merchant of the order, from a service provider.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The merchant's own number for the refund.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Where the money goes.
    #[wxpay(label = "异常退款处理方式")]
    pub r#type: AbnormalRefundType,
    /// The user's bank, if the money goes there.
    #[wxpay(label = "开户银行")]
    pub bank_type: Option<PayeeBank>,
    /// The number of the user's card, if the money goes there. Encrypted when it is sent.
    #[wxpay(label = "收款银行卡号")]
    pub bank_account: Option<Sensitive>,
    /// The user's name, if the money goes to the user. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub real_name: Option<Sensitive>,
}

/// Where the money of an abnormal refund goes (异常退款处理方式).
#[wxpay_enum]
pub enum AbnormalRefundType {
    /// To a card of the user; it needs bank, card and name.
    UserBankCard,
    /// To the merchant's bank account, who pays the user by other means.
    MerchantBankCard,
}

/// A bank that an abnormal refund can go to, by debit card (开户银行).
#[wxpay_enum]
pub enum PayeeBank {
    /// China Merchants Bank (招商银行).
    CmbDebit,
    /// Bank of Communications (交通银行).
    CommDebit,
    /// Agricultural Bank of China (农业银行).
    AbcDebit,
    /// China Construction Bank (建设银行).
    CcbDebit,
    /// Industrial and Commercial Bank of China (工商银行).
    IcbcDebit,
    /// Bank of China (中国银行).
    BocDebit,
    /// Ping An Bank (平安银行).
    PabDebit,
    /// Shanghai Pudong Development Bank (浦发银行).
    SpdbDebit,
    /// China CITIC Bank (中信银行).
    CiticDebit,
    /// China Everbright Bank (光大银行).
    CebDebit,
    /// China Minsheng Bank (民生银行).
    CmbcDebit,
    /// Industrial Bank (兴业银行).
    CibDebit,
    /// China Guangfa Bank (广发银行).
    GdbDebit,
    /// Postal Savings Bank of China (邮储银行).
    PsbcDebit,
    /// Bank of Ningbo (宁波银行).
    NbcbDebit,
}
