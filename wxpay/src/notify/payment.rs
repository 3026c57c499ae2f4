//! Payments of merchants, and of service providers' sub-merchants.

use super::{InstallmentInfo, Promotion};
use crate::prelude::*;

/// A notification that a merchant's order was paid (支付成功通知): `TRANSACTION.SUCCESS`. The merchant signs for itself.
///
/// It proves that a payment was made, not that your order was paid: call [`check`](Self::check) before you deliver.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Payment {
    /// The app ID of the order.
    pub appid: String,
    /// Merchant number of the merchant that was paid.
    pub mchid: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment. Missing only in the cross-border form, which has `id`.
    pub transaction_id: Option<String>,
    /// Name of `transaction_id` in the cross-border form.
    pub id: Option<String>,
    /// Transaction type.
    pub trade_type: Option<TradeType>,
    /// State of the order: [`TradeState::Success`].
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// Description of the state in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// The payer.
    pub payer: Option<Payer>,
    /// The amount.
    pub amount: PaidAmount,
    /// Scene of the payment.
    pub scene_info: Option<PaidScene>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// Instalments whose interest the merchant pays.
    pub installment_info: Option<InstallmentInfo>,
}

/// The payer of a merchant's order (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Payer {
    /// The user's openid under the order's app ID.
    #[wxpay(compared)]
    pub openid: Option<String>,
}

/// Scene of a payment (场景信息): the members of the order's scene that are returned.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidScene {
    /// The merchant's number for the device.
    pub device_id: Option<String>,
}

/// A notification that a sub-merchant's order was paid (服务商支付成功通知): `TRANSACTION.SUCCESS` with `sp_mchid`.
///
/// It proves that a payment was made, not that your order was paid: call [`check`](Self::check) before you deliver.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PartnerPayment {
    /// The service provider's app ID.
    pub sp_appid: String,
    /// The service provider's merchant number.
    pub sp_mchid: String,
    /// The sub-merchant's app ID, if the order gave one.
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant that was paid.
    pub sub_mchid: String,
    /// The service provider's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment. Missing only in the cross-border form, which has `id`.
    pub transaction_id: Option<String>,
    /// Name of `transaction_id` in the cross-border form.
    pub id: Option<String>,
    /// Transaction type.
    pub trade_type: Option<TradeType>,
    /// State of the order: [`TradeState::Success`].
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// Description of the state in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The service provider's own data, as the order gave it.
    pub attach: Option<String>,
    /// Time of payment.
    pub success_time: Option<DateTime>,
    /// The payer.
    pub payer: Option<PartnerPayer>,
    /// The amount.
    pub amount: PaidAmount,
    /// Scene of the payment.
    pub scene_info: Option<PaidScene>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// Instalments whose interest the merchant pays.
    pub installment_info: Option<InstallmentInfo>,
}

/// The payer of a sub-merchant's order (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PartnerPayer {
    /// The user's openid under the service provider's app ID.
    #[wxpay(compared)]
    pub sp_openid: Option<String>,
    /// The user's openid under the sub-merchant's app ID.
    #[wxpay(compared)]
    pub sub_openid: Option<String>,
}

/// Amount of an order, and the part that the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidAmount {
    /// Total amount of the order, in fen: the amount to compare.
    pub total: Fen,
    /// Amount that the user paid, in fen: less than `total` if coupons were used.
    pub payer_total: Option<Fen>,
    /// Currency of `total`; `CNY` if it is missing.
    #[wxpay(compared)]
    pub currency: Option<String>,
    /// The currency of `payer_total`.
    pub payer_currency: Option<String>,
    /// Exchange rate between the two currencies. Cross-border only.
    pub exchange_rate: Option<ExchangeRate>,
}

/// An exchange rate (汇率). Cross-border only.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExchangeRate {
    /// Type of the rate, such as `SETTLEMENT_RATE`.
    pub r#type: Option<String>,
    /// The rate times 10 to the 8th.
    pub rate: Option<i64>,
}

/// States of an order (交易状态).
#[wxpay_enum]
pub enum TradeState {
    /// Paid (支付成功).
    Success,
    /// Paid; a full or partial refund was requested (转入退款).
    Refund,
    /// Not paid yet (未支付).
    #[wxpay(rename = "NOTPAY")]
    NotPay,
    /// Closed (已关闭).
    Closed,
    /// Revoked (已撤销); code payments only.
    Revoked,
    /// The user is paying (用户支付中); code payments only.
    #[wxpay(rename = "USERPAYING")]
    UserPaying,
    /// The payment failed (支付失败); code payments only.
    #[wxpay(rename = "PAYERROR")]
    PayError,
}

/// Transaction types (交易类型).
#[wxpay_enum]
pub enum TradeType {
    /// Paid on a page inside WeChat, or in a mini program.
    Jsapi,
    /// Paid by a QR code that the user scans.
    Native,
    /// Paid in a mobile app.
    App,
    /// Paid by a code that the merchant scans (付款码).
    #[wxpay(rename = "MICROPAY")]
    MicroPay,
    /// Paid in a browser on the phone (H5).
    #[wxpay(rename = "MWEB")]
    H5,
    /// Paid by face recognition.
    #[wxpay(rename = "FACEPAY")]
    FacePay,
}
