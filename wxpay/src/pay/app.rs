//! The APP order.

use crate::prelude::*;

/// Creates an order that is paid in a mobile app (APP下单).
///
/// The answer's `prepay_id` lives 2 hours. Until the order is paid or closed, the same number with the same parameters
/// gives a fresh one; the same number with other parameters is refused. After
/// [`SystemError`](crate::error::ErrorCode::SystemError) call again with the same parameters.
///
/// An order that nobody pays closes by itself after 7 days; `time_expire` ends payment earlier.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403
/// `NO_AUTH` (the product is not opened), `OUT_TRADE_NO_USED`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/transactions/app",
    response = AppPrepayResponse,
    required = AppPrepayRequired,
    number = "out_trade_no"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppPrepay {
    /// The app's ID on the open platform, bound to `mchid`.
    #[wxpay(len = 32, label = "商户应用ID")]
    pub appid: String,
    /// The merchant number; the one that signs.
    #[wxpay(len = 32, label = "商户号")]
    pub mchid: String,
    /// What is sold, as the user's bill shows it.
    #[wxpay(len = 127, label = "商品描述")]
    pub description: String,
    /// The merchant's own order number, unique under `mchid`.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// The last moment to pay; it does not close the order. Only the first order of a number sets it: changing it later
    /// is an error. A time earlier than one minute after the order is moved to one minute after the order.
    #[wxpay(label = "支付结束时间")]
    pub time_expire: Option<DateTime>,
    /// The merchant's own data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(len = ..=128, bytes, label = "商户数据包")]
    pub attach: Option<String>,
    /// Where WeChat Pay reports the payment.
    #[wxpay(len = 255, url, label = "商户回调地址")]
    pub notify_url: String,
    /// A coupon's tag (订单优惠标记), where its batch has tags: any one of them.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Shows the entry for an electronic invoice (电子发票). The product has to be activated.
    #[wxpay(label = "电子发票入口开放标识")]
    pub support_fapiao: Option<bool>,
    /// How much.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// What is sold in detail, for coupons on single goods.
    #[wxpay(label = "优惠功能")]
    pub detail: Option<Detail>,
    /// Where it is sold.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// How it is settled.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
}

/// An order's amount.
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// The whole amount in fen, at least 1.
    #[wxpay(range = 1.., label = "总金额")]
    pub total: Fen,
    /// `CNY`, which is also what a missing one means.
    #[wxpay(len = 16, label = "货币类型")]
    pub currency: Option<String>,
}

/// What is sold in detail (优惠功能).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Detail {
    /// The original price of the order in fen; it cannot be used twice for the same reduction.
    #[wxpay(label = "订单原价")]
    pub cost_price: Option<Fen>,
    /// The number on the merchant's receipt.
    #[wxpay(label = "商品小票ID")]
    pub invoice_id: Option<String>,
    /// The single goods. Without any, leave the list out.
    #[wxpay(label = "单品列表")]
    pub goods_detail: Option<Vec<GoodsDetail>>,
}

/// One kind of goods in an order.
#[wxpay_object(required = GoodsDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// The merchant's number for it.
    #[wxpay(label = "商户侧商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for it.
    #[wxpay(label = "微信侧商品编码")]
    pub wechatpay_goods_id: Option<String>,
    /// Its name.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// How many.
    #[wxpay(label = "商品数量")]
    pub quantity: i64,
    /// The price of one in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
}

/// Where an order is made. Official pages disagree on what is required here, so nothing is.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SceneInfo {
    /// The user's IP address, version 4 or 6.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: Option<String>,
    /// The merchant's number for the device.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
    /// The shop.
    #[wxpay(label = "商户门店信息")]
    pub store_info: Option<StoreInfo>,
}

/// A merchant's shop (门店). Official pages disagree on what is required here, so nothing is.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct StoreInfo {
    /// The merchant's number for it.
    #[wxpay(label = "门店编号")]
    pub id: Option<String>,
    /// Its name.
    #[wxpay(label = "门店名称")]
    pub name: Option<String>,
    /// The six digits of its district.
    #[wxpay(label = "地区编码")]
    pub area_code: Option<String>,
    /// Its address.
    #[wxpay(label = "详细地址")]
    pub address: Option<String>,
}

/// How an order is settled.
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettleInfo {
    /// Whether the money stays frozen until it is shared (分账).
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
}

/// The answer to an [`AppPrepay`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AppPrepayResponse {
    /// The order's session (预支付交易会话标识), good for 2 hours:
    /// [`Client::app_payment`](crate::client::Client::app_payment) makes of it what the phone needs.
    #[wxpay(len = 64)]
    pub prepay_id: String,
}
