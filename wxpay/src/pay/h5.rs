//! An order that is paid in a browser.

use super::{Amount, Detail, LimitPay, NamedPayer, SettleInfo, StoreInfo};
use crate::prelude::*;

/// Creates an order that is paid from a web page in the phone's browser, outside WeChat (H5下单).
///
/// The answer's `h5_url` opens WeChat from the registered domain, and is valid for **5 minutes**.
///
/// Until the order is paid or closed, the same number with the same parameters returns a fresh answer. The same number with other
/// parameters, or for another front end, is refused. After [`SystemError`](crate::error::ErrorCode::SystemError) call again with
/// the same parameters. An unpaid order is closed automatically after 7 days; `time_expire` ends payment earlier.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `PARAM_ERROR`, `ORDER_CLOSED`; 401
/// `SIGN_ERROR`; 403 `NO_AUTH` (the product is not opened), `OUT_TRADE_NO_USED`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/transactions/h5",
    response = H5PrepayResponse,
    required = H5PrepayRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791834"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct H5Prepay {
    /// The app ID, bound to `mchid`.
    #[wxpay(len = 32, label = "公众号ID")]
    pub appid: String,
    /// Merchant number of the merchant that signs the request.
    #[wxpay(len = 32, label = "直连商户号", caller)]
    pub mchid: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(len = 127, bytes, label = "商品描述")]
    pub description: String,
    /// The merchant's own order number, unique under `mchid`.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Time until which the order can be paid; it does not close the order. Only the first order of a number sets it: changing it
    /// later is an error. A time less than one minute after the order is moved to one minute after the order.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// The merchant's own data: returned by queries and notifications, shown in the trade bill.
    #[wxpay(len = ..=128, bytes, label = "附加数据")]
    pub attach: Option<String>,
    /// URL that receives the notification of the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: String,
    /// Discount tag (订单优惠标记): any one of a coupon batch's tags, if the batch has tags.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Payment methods that are excluded or required.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<LimitPay>>,
    /// Shows the entry for an electronic invoice (电子发票). The product has to be activated.
    #[wxpay(label = "电子发票入口开放标识")]
    pub support_fapiao: Option<bool>,
    /// The amount.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// Details of the goods, for coupons on single goods.
    #[wxpay(label = "优惠功能")]
    pub detail: Option<Detail>,
    /// Scene of the payment, such as device and store.
    #[wxpay(label = "场景信息")]
    pub scene_info: H5SceneInfo,
    /// The only person who may pay; without it, anybody may.
    #[wxpay(label = "支付者")]
    pub payer: Option<NamedPayer>,
    /// Settlement information.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
}

/// Scene of an order in a browser (场景信息). The official SDK decides which members are required here.
#[wxpay_object(required = H5SceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5SceneInfo {
    /// The user's IP address, version 4 or 6. WeChat Pay compares it with the browser's.
    #[wxpay(label = "用户终端IP")]
    pub payer_client_ip: String,
    /// The merchant's number for the device.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
    /// Information about the store.
    #[wxpay(label = "商户门店信息")]
    pub store_info: Option<StoreInfo>,
    /// The page that opens WeChat.
    #[wxpay(label = "H5场景信息")]
    pub h5_info: H5Info,
}

/// The page that opens WeChat (H5场景信息).
#[wxpay_object(required = H5InfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5Info {
    /// Type of the page, such as `iOS`, `Android` or `Wap`.
    #[wxpay(label = "场景类型")]
    pub r#type: String,
    /// Name of the application.
    #[wxpay(label = "应用名称")]
    pub app_name: Option<String>,
    /// URL of the website.
    #[wxpay(label = "网站URL")]
    pub app_url: Option<String>,
    /// Bundle ID of the application on iOS.
    #[wxpay(label = "iOS平台BundleID")]
    pub bundle_id: Option<String>,
    /// Package name of the application on Android.
    #[wxpay(label = "Android平台PackageName")]
    pub package_name: Option<String>,
}

/// The answer to an [`H5Prepay`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct H5PrepayResponse {
    /// URL that opens WeChat (支付跳转链接), valid for 5 minutes. [`with_redirect_url`](crate::payment::with_redirect_url) adds the
    /// page to which the user returns.
    pub h5_url: String,
}
