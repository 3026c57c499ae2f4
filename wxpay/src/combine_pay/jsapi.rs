//! The combined order inside WeChat.

use super::{CombinePayer, JsapiPrepayResponse, LimitPay, SceneInfo, SubOrder, SubsidyInfo};
use crate::prelude::*;
use crate::together::{any_of, is_given, needs};
use crate::validate::Violation;

/// Creates a combined order for a page inside WeChat or a mini program (合单下单-JSAPI, 小程序).
///
/// The answer's `prepay_id` is valid for 2 hours. The page or mini program needs it in payment parameters that are signed for the
/// app ID of the `openid`.
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
    path = "/v3/combine-transactions/jsapi",
    response = JsapiPrepayResponse,
    required = JsapiPrepayRequired,
    number = "combine_out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012556926",
    check = apps_of_the_payer
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsapiPrepay {
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
    pub scene_info: Option<SceneInfo>,
    /// Payer, by `openid` or `sub_openid`. No other user can pay.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: CombinePayer,
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
    /// Instalments whose interest the merchant pays.
    #[wxpay(label = "贴息信息")]
    pub subsidy_info: Option<SubsidyInfo>,
}

fn apps_of_the_payer(order: &JsapiPrepay) -> Result<(), Violation> {
    let CombinePayer { openid, sub_openid, .. } = &order.combine_payer_info;
    let reason = "`openid` or `sub_openid` has to name the payer";
    any_of(("/combine_payer_info/openid", openid), sub_openid, reason)?;
    let by_sub_openid = is_given(sub_openid);
    order.sub_orders.iter().enumerate().try_for_each(|(index, sub_order)| {
        let pointer = format!("/sub_orders/{index}/sub_appid");
        needs(by_sub_openid, &pointer, &sub_order.sub_appid, "`combine_payer_info.sub_openid` belongs to this app ID")
    })
}
