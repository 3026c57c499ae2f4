//! The combined order inside WeChat.

use super::{CombinePayer, JsapiPrepayResponse, LimitPay, SceneInfo, SubOrder, SubsidyInfo};
use crate::prelude::*;
use crate::together::{any_of, is_given, needs};
use crate::validate::Violation;

/// Creates a combined order that is paid on a page inside WeChat, or in a mini program (合单下单-JSAPI, 小程序).
///
/// The answer's `prepay_id` lives 2 hours; the page or the mini program needs it in parameters that are signed with the
/// app ID that the `openid` is of.
///
/// The user pays the whole; each of the orders is paid to its own merchant. Until they are paid or closed, the same
/// numbers with the same parameters give a fresh answer; with other parameters, or in another way of paying, they are
/// refused. After [`SystemError`](crate::error::ErrorCode::SystemError) call again with the same parameters.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `MCH_NOT_EXISTS`, `ORDER_CLOSED`, `PARAM_ERROR`; 401
/// `SIGN_ERROR`; 403 `NO_AUTH`, `OUT_TRADE_NO_USED`, `RULE_LIMIT`, `TRADE_ERROR`; 429 `FREQUENCY_LIMITED`; 500
/// `SYSTEM_ERROR` (one that stays may mean that the product is not opened, or not for this kind of merchant).
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
    /// The app ID of the one that combines the orders, bound to `combine_mchid`.
    #[wxpay(len = 32, label = "合单商户appid")]
    pub combine_appid: String,
    /// The merchant, service provider or platform that combines the orders; the one that signs.
    #[wxpay(len = 32, label = "合单商户号", caller)]
    pub combine_mchid: String,
    /// Its own number for the whole, unique under `combine_mchid`.
    #[wxpay(len = 32, bytes, pattern = r"[0-9A-Za-z_\-|*@]+", label = "合单商户订单号")]
    pub combine_out_trade_no: String,
    /// The orders: a merchant combines 2 to 10, a service provider or a platform up to 50.
    #[wxpay(items = 1..=50, label = "商品单信息")]
    pub sub_orders: Vec<SubOrder>,
    /// Where they are sold.
    #[wxpay(label = "场景信息")]
    pub scene_info: Option<SceneInfo>,
    /// The user, who alone can pay: by `openid` or `sub_openid`.
    #[wxpay(label = "支付者")]
    pub combine_payer_info: CombinePayer,
    /// When the orders were made.
    #[wxpay(label = "交易起始时间")]
    pub time_start: Option<DateTime>,
    /// The last moment to pay; it does not close the orders.
    #[wxpay(label = "交易结束时间")]
    pub time_expire: Option<DateTime>,
    /// Where WeChat Pay reports the payment.
    #[wxpay(len = 255, url, label = "通知地址")]
    pub notify_url: String,
    /// Ways to pay that are excluded or insisted on; [`NoCredit`](LimitPay::NoCredit) is not among them here.
    #[wxpay(label = "指定支付方式")]
    pub limit_pay: Option<Vec<LimitPay>>,
    /// The instalments whose interest the merchant pays.
    #[wxpay(label = "贴息信息")]
    pub subsidy_info: Option<SubsidyInfo>,
}

fn apps_of_the_payer(order: &JsapiPrepay) -> Result<(), Violation> {
    let CombinePayer { openid, sub_openid, .. } = &order.combine_payer_info;
    let reason = "one of `openid` and `sub_openid` says who alone can pay";
    any_of(("/combine_payer_info/openid", openid), sub_openid, reason)?;
    let by_sub_openid = is_given(sub_openid);
    order.sub_orders.iter().enumerate().try_for_each(|(index, sub_order)| {
        let pointer = format!("/sub_orders/{index}/sub_appid");
        needs(by_sub_openid, &pointer, &sub_order.sub_appid, "`combine_payer_info.sub_openid` is an openid of it")
    })
}
