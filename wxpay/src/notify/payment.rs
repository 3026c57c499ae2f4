//! A payment, of a merchant or of a service provider's sub-merchant.

use super::{InstallmentInfo, Promotion};
use crate::prelude::*;

/// A paid order of a merchant that signs for itself (支付成功通知): `TRANSACTION.SUCCESS`.
///
/// It proves a payment, not that of your order: compare it with [`check`](Self::check) before anything is delivered.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Payment {
    /// The app ID of the order.
    pub appid: String,
    /// The merchant that was paid.
    pub mchid: String,
    /// The merchant's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment. Missing only in the cross-border form, which has `id`.
    pub transaction_id: Option<String>,
    /// The cross-border form's name for `transaction_id`.
    pub id: Option<String>,
    /// How it was paid.
    pub trade_type: Option<TradeType>,
    /// What became of the order: [`TradeState::Success`].
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The state in words, in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The merchant's own data, as the order gave it.
    pub attach: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// Who paid.
    pub payer: Option<Payer>,
    /// How much.
    pub amount: PaidAmount,
    /// Where it was paid.
    pub scene_info: Option<PaidScene>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// The instalments, where the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
}

/// Who paid a merchant's order (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Payer {
    /// The user under the order's app ID.
    #[wxpay(compared)]
    pub openid: Option<String>,
}

/// Where an order was paid (场景信息): what comes back of what the order said.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidScene {
    /// The merchant's number for the device.
    pub device_id: Option<String>,
}

/// A paid order of a service provider's sub-merchant (服务商支付成功通知): `TRANSACTION.SUCCESS` with `sp_mchid`.
///
/// It proves a payment, not that of your order: compare it with [`check`](Self::check) before anything is delivered.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PartnerPayment {
    /// The service provider's app ID.
    pub sp_appid: String,
    /// The service provider.
    pub sp_mchid: String,
    /// The sub-merchant's app ID, if the order gave one.
    pub sub_appid: Option<String>,
    /// The sub-merchant that was paid.
    pub sub_mchid: String,
    /// The service provider's own order number.
    pub out_trade_no: String,
    /// WeChat Pay's number for the payment. Missing only in the cross-border form, which has `id`.
    pub transaction_id: Option<String>,
    /// The cross-border form's name for `transaction_id`.
    pub id: Option<String>,
    /// How it was paid.
    pub trade_type: Option<TradeType>,
    /// What became of the order: [`TradeState::Success`].
    #[wxpay(compared)]
    pub trade_state: Option<TradeState>,
    /// The state in words, in Chinese.
    pub trade_state_desc: Option<String>,
    /// The code of the payer's bank and kind of card, such as `CMB_DEBIT`; `OTHERS` for the balance.
    pub bank_type: Option<String>,
    /// The order's own data, as the order gave it.
    pub attach: Option<String>,
    /// When it was paid.
    pub success_time: Option<DateTime>,
    /// Who paid.
    pub payer: Option<PartnerPayer>,
    /// How much.
    pub amount: PaidAmount,
    /// Where it was paid.
    pub scene_info: Option<PaidScene>,
    /// The coupons that were used.
    pub promotion_detail: Option<Vec<Promotion>>,
    /// The instalments, where the merchant pays their interest.
    pub installment_info: Option<InstallmentInfo>,
}

/// Who paid a sub-merchant's order (支付者).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PartnerPayer {
    /// The user under the service provider's app ID.
    #[wxpay(compared)]
    pub sp_openid: Option<String>,
    /// The user under the sub-merchant's app ID.
    #[wxpay(compared)]
    pub sub_openid: Option<String>,
}

/// What an order cost, and what of it the user paid (订单金额).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PaidAmount {
    /// The whole order, in fen; the amount to compare with.
    pub total: Fen,
    /// What the user paid, in fen: less than `total` where coupons were used.
    pub payer_total: Option<Fen>,
    /// The currency of `total`; a missing one is `CNY`.
    #[wxpay(compared)]
    pub currency: Option<String>,
    /// The currency of `payer_total`.
    pub payer_currency: Option<String>,
    /// The rate between the two. Cross-border only.
    pub exchange_rate: Option<ExchangeRate>,
}

/// An exchange rate (汇率). Cross-border only.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ExchangeRate {
    /// What kind of rate, such as `SETTLEMENT_RATE`.
    pub r#type: Option<String>,
    /// The rate times 10 to the 8th.
    pub rate: Option<i64>,
}

/// What became of an order (交易状态).
#[wxpay_enum]
pub enum TradeState {
    /// Paid (支付成功).
    Success,
    /// Paid, and a refund was asked for, perhaps of a part (转入退款).
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

/// How an order is paid (交易类型).
#[wxpay_enum]
pub enum TradeType {
    /// On a page inside WeChat, or in a mini program.
    Jsapi,
    /// By a code that the user scans.
    Native,
    /// In a mobile app.
    App,
    /// By a code that the merchant scans (付款码).
    #[wxpay(rename = "MICROPAY")]
    MicroPay,
    /// In a browser on the phone (H5).
    #[wxpay(rename = "MWEB")]
    H5,
    /// By face.
    #[wxpay(rename = "FACEPAY")]
    FacePay,
}
