//! An order that is paid inside WeChat.

use super::{Amount, Detail, LimitPay, PayerIdentity, SceneInfo, SettleInfo, SubsidyInfo};
use crate::prelude::*;

/// Creates an order that is paid on a page inside WeChat, or in a mini program (JSAPI下单, 小程序下单).
///
/// The answer's `prepay_id` is valid for 2 hours. The page or the mini program needs it in parameters that the merchant signs.
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
    path = "/v3/pay/transactions/jsapi",
    response = JsapiPrepayResponse,
    required = JsapiPrepayRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012791856"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct JsapiPrepay {
    /// App ID of the official account or mini program, bound to `mchid`.
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
    pub scene_info: Option<SceneInfo>,
    /// The payer: no other user can pay.
    #[wxpay(label = "支付者")]
    pub payer: JsapiPayer,
    /// Settlement information.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
    /// Instalments whose interest the merchant pays.
    #[wxpay(label = "贴息信息")]
    pub subsidy_info: Option<SubsidyInfo>,
}

/// The payer (支付者).
#[wxpay_object(required = JsapiPayerRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsapiPayer {
    /// The user's openid under the order's `appid`.
    #[wxpay(len = 128, label = "用户标识")]
    pub openid: String,
    /// The payer's identity, if WeChat Pay has to compare it.
    #[wxpay(label = "实名支付")]
    pub identity: Option<PayerIdentity>,
}

impl From<&str> for JsapiPayer {
    fn from(openid: &str) -> Self {
        openid.to_owned().into()
    }
}

impl From<String> for JsapiPayer {
    fn from(openid: String) -> Self {
        Self::new(JsapiPayerRequired { openid })
    }
}

/// The answer to a [`JsapiPrepay`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JsapiPrepayResponse {
    /// ID of the order's session (预支付交易会话标识), valid for 2 hours. [`Client::jsapi_payment`](crate::client::Client::jsapi_payment)
    /// and [`Client::mini_program_payment`](crate::client::Client::mini_program_payment) turn it into the parameters for the
    /// front end.
    #[wxpay(len = 64)]
    pub prepay_id: String,
}
