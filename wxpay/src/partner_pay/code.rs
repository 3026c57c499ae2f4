//! A sub-merchant's order that is paid by a scanned code.

use super::{Amount, CodeDetail, CodePayer, CodeSceneInfo, Order, SettleInfo};
use crate::prelude::*;

/// Collects a sub-merchant's order by the payment code on the user's phone (服务商付款码支付).
///
/// The order is created and paid in one call. Most payments are [`Success`](super::TradeState::Success) at once, with status 200.
/// With [`UserPaying`](super::TradeState::UserPaying), which may come with status 202, the user is asked for the password: query
/// every few seconds, and after about half a minute give up with [`ReverseOrder`](super::ReverseOrder). Do the same if no answer
/// came. **No notification is sent**: only a query tells the result.
///
/// The same number with the same parameters is the same payment; with other parameters it is refused. Such an order cannot be
/// closed, only reversed.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 403 `NO_AUTH`, `OUT_TRADE_NO_USED`;
/// 429 `FREQUENCY_LIMITED`; 500 `SYSTEM_ERROR` (query the order).
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/pay/partner/transactions/codepay",
    response = Order,
    success = 202,
    required = CodePayRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4012382179"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CodePay {
    /// The service provider's app ID, bound to `sp_mchid`.
    #[wxpay(len = 32, label = "合作伙伴应用AppID")]
    pub sp_appid: String,
    /// Merchant number of the service provider, which signs the request.
    #[wxpay(len = 32, label = "合作伙伴商户号", caller)]
    pub sp_mchid: String,
    /// The sub-merchant's app ID, bound to `sub_mchid`.
    #[wxpay(len = 32, label = "特约商户应用AppID")]
    pub sub_appid: Option<String>,
    /// Merchant number of the sub-merchant that is paid.
    #[wxpay(len = 32, label = "特约商户商户号")]
    pub sub_mchid: String,
    /// Description of the goods, as the user's bill shows it.
    #[wxpay(len = 127, bytes, label = "商品描述")]
    pub description: String,
    /// The service provider's own order number, unique under `sp_mchid` across all sub-merchants.
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    /// The service provider's own data: returned by queries, shown in the trade bill.
    #[wxpay(len = ..=128, bytes, label = "附加数据")]
    pub attach: Option<String>,
    /// Discount tag (订单优惠标记): any one of a coupon batch's tags, if the batch has tags.
    #[wxpay(len = 32, label = "订单优惠标记")]
    pub goods_tag: Option<String>,
    /// Shows the entry for an electronic invoice (电子发票). The product has to be activated.
    #[wxpay(label = "电子发票入口开放标识")]
    pub support_fapiao: Option<bool>,
    /// The payer.
    #[wxpay(label = "支付者")]
    pub payer: CodePayer,
    /// The amount.
    #[wxpay(label = "订单金额")]
    pub amount: Amount,
    /// Scene of the payment, such as device and store.
    #[wxpay(label = "场景信息")]
    pub scene_info: CodeSceneInfo,
    /// Details of the goods, for coupons on single goods.
    #[wxpay(label = "优惠功能")]
    pub detail: Option<CodeDetail>,
    /// Settlement information.
    #[wxpay(label = "结算信息")]
    pub settle_info: Option<SettleInfo>,
}
