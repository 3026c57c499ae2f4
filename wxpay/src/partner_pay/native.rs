//! A sub-merchant's order that is paid by a QR code.

use super::{Amount, Detail, LimitPay, NamedPayer, NativePrepayResponse, SceneInfo, SettleInfo};
use crate::prelude::*;

/// Creates a sub-merchant's order that is paid by scanning a QR code (服务商Native下单).
///
/// The answer's `code_url` is the content of the QR code, and is valid for 2 hours. The user has to scan it with the camera: a
/// long press on a picture, or a picture from an album, does not work.
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
    path = "/v3/pay/partner/transactions/native",
    response = NativePrepayResponse,
    required = NativePrepayRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012738659"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct NativePrepay {
    /// The service provider's app ID, bound to `sp_mchid`.
    #[wxpay(len = 32, label = "服务商公众号ID")]
    pub sp_appid: String,
    /// Merchant number of the service provider, which signs the request.
    #[wxpay(len = 32, label = "服务商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant's app ID, bound to `sub_mchid`. Required if the user pays in that app.
    #[wxpay(len = 32, label = "子商户公众号ID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant that is paid.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(len = 127, bytes, label = "商品描述")]
    pub description: String,
    /// The service provider's own order number, unique under `sp_mchid` across all sub-merchants.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// Time until which the order can be paid; it does not close the order. Only the first order of a number sets it: changing it
    /// later is an error. A time less than one minute after the order is moved to one minute after the order.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// The service provider's own data: returned by queries and notifications, shown in the trade bill.
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
    pub scene_info: Option<SceneInfo>,
    /// The only person who may pay; without it, anybody may.
    #[wxpay(label = "支付者")]
    pub payer: Option<NamedPayer>,
    /// Settlement information.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
}
