//! The combined order for a browser.

use super::{CombinePayer, H5Info, H5PrepayResponse, LimitPay, SubOrder};
use crate::prelude::*;

/// Creates a combined order for a web page in the phone's browser, outside WeChat (合单下单-H5).
///
/// The answer's `h5_url` opens WeChat from the registered domain and is valid for **5 minutes**.
///
/// The user pays the total amount once; each order is paid to its own merchant. Until the orders are paid or closed, a repeated
/// request with the same numbers and parameters returns a fresh answer; other parameters or another payment method are refused.
/// After [`SystemError`](crate::error::ErrorCode::SystemError), repeat the request with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403
/// `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (if it persists, the
/// product may not be enabled, or not available to this kind of merchant).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/combine-transactions/h5",
    response = H5PrepayResponse,
    required = H5PrepayRequired,
    number = "combine_out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012556961"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5Prepay {
    /// App ID of the combining merchant, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// Merchant number of the combining merchant, service provider or platform, which is the caller.
    #[wxpay(len = 32, label = "合单商户号", caller)]
    pub combine_mchid: String,
    /// Combined order number, unique for `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// Orders: 2 to 10 for a merchant, up to 50 for a service provider or platform.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<SubOrder>,
    /// Scene of the payment.
    #[wxpay(label = "场景信息")]
    pub scene_info: H5SceneInfo,
    /// Payer, if only one user may pay.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: Option<CombinePayer>,
    /// Time at which the orders were created.
    #[wxpay(label = "交易起始时间")]
    pub time_start: Option<DateTime>,
    /// Time limit of the payment; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// URL for the notification of the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: String,
    /// Payment methods that are excluded or required; [`NoCredit`](LimitPay::NoCredit) is not allowed here.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<LimitPay>>,
}

/// The scene of a combined order in a browser (场景信息).
#[wxpay_object(required = H5SceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5SceneInfo {
    /// IP address of the user, version 4 or 6. WeChat Pay compares it with that of the browser.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: String,
    /// The merchant's number of the device or the shop.
    #[wxpay(label = "商户端设备号")]
    pub device_id: String,
    /// Kind of page, and the app or site that opens WeChat.
    #[wxpay(label = "H5场景信息")]
    pub h5_info: H5Info,
}
