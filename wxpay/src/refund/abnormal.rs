//! Refunds that the user's bank rejected.

use super::Refund;
use crate::prelude::*;

/// Pays a rejected refund in another way (发起异常退款).
///
/// The money of an [`Abnormal`](super::RefundStatus::Abnormal) refund is transferred to another card of the user, or back to the
/// merchant. The refund is [`Processing`](super::RefundStatus::Processing) again.
///
/// Errors: 400 `INVALID_REQUEST` (the refund is not abnormal), `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`; 429
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
    /// Merchant number of the order's sub-merchant. Service providers only.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The merchant's own number for the refund.
    #[wxpay(len = 64, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "商户退款单号")]
    pub out_refund_no: String,
    /// Destination of the money.
    #[wxpay(label = "异常退款处理方式")]
    pub r#type: AbnormalRefundType,
    /// The user's bank, for a refund to the user.
    #[wxpay(label = "开户银行")]
    pub bank_type: Option<PayeeBank>,
    /// Number of the user's card, for a refund to the user. Encrypted when it is sent.
    #[wxpay(label = "收款银行卡号")]
    pub bank_account: Option<Sensitive>,
    /// The user's name, for a refund to the user. Encrypted when it is sent.
    #[wxpay(label = "收款用户姓名")]
    pub real_name: Option<Sensitive>,
}

/// Destinations of an abnormal refund's money (异常退款处理方式).
#[wxpay_enum]
pub enum AbnormalRefundType {
    /// A card of the user, which requires bank, card number and name.
    UserBankCard,
    /// The bank account of the merchant, which then pays the user in another way.
    MerchantBankCard,
}

/// Banks whose debit cards can receive an abnormal refund (开户银行).
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
