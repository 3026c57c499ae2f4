//! An order that is paid by a code that the merchant scans.

use super::{Amount, Order, SettleInfo};
use crate::prelude::*;

/// Collects an order by the payment code on the user's phone (付款码支付).
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
    path = "/v3/pay/transactions/codepay",
    response = Order,
    success = 202,
    required = CodePayRequired,
    number = "out_trade_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012382150"
)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CodePay {
    /// The app ID, bound to `mchid`.
    #[wxpay(len = 32, label = "应用AppID")]
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
    /// The merchant's own data: returned by queries, shown in the trade bill.
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

/// The payer, by the scanned code (支付者).
#[wxpay_object(required = CodePayerRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodePayer {
    /// Digits of the payment code on the user's phone (授权码). Each code is valid for one payment, and for a minute.
    #[wxpay(label = "授权码")]
    pub auth_code: String,
}

impl From<&str> for CodePayer {
    fn from(auth_code: &str) -> Self {
        auth_code.to_owned().into()
    }
}

impl From<String> for CodePayer {
    fn from(auth_code: String) -> Self {
        Self::new(CodePayerRequired { auth_code })
    }
}

/// Scene of a code payment (场景信息).
#[wxpay_object(required = CodeSceneInfoRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeSceneInfo {
    /// The merchant's number for the till.
    #[wxpay(label = "商户端设备号")]
    pub device_id: Option<String>,
    /// The till's IP address.
    #[wxpay(label = "商户端设备 IP")]
    pub device_ip: Option<String>,
    /// Information about the store.
    #[wxpay(label = "商户门店信息")]
    pub store_info: CodeStoreInfo,
}

/// The store in which a code was scanned (门店), with at least one of two numbers.
#[wxpay_object(required = (), any_of("id", "out_id"))]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct CodeStoreInfo {
    /// WeChat Pay's number for the store.
    #[wxpay(label = "门店编号")]
    pub id: Option<String>,
    /// The merchant's own number for the store.
    #[wxpay(label = "商家自定义编码")]
    pub out_id: Option<String>,
}

/// Details of the goods (优惠功能).
#[wxpay_object(required = CodeDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeDetail {
    /// Original price of the order in fen. It cannot be used twice for the same discount.
    #[wxpay(label = "订单原价")]
    pub cost_price: Option<Fen>,
    /// Number on the merchant's receipt.
    #[wxpay(label = "商品小票ID")]
    pub invoice_id: Option<String>,
    /// The goods.
    #[wxpay(label = "单品列表")]
    pub goods_detail: Vec<CodeGoodsDetail>,
}

/// One kind of goods in an order. In orders for other front ends, `wxpay_goods_id` is called `wechatpay_goods_id`:
/// [`GoodsDetail`](super::GoodsDetail).
#[wxpay_object(required = CodeGoodsDetailRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CodeGoodsDetail {
    /// The merchant's number for the goods.
    #[wxpay(label = "商品编码")]
    pub merchant_goods_id: String,
    /// WeChat Pay's number for the goods.
    #[wxpay(label = "微信支付商品编码")]
    pub wxpay_goods_id: Option<String>,
    /// Name of the goods.
    #[wxpay(label = "商品名称")]
    pub goods_name: Option<String>,
    /// Quantity of the goods.
    #[wxpay(label = "商品数量")]
    pub quantity: i64,
    /// Unit price in fen.
    #[wxpay(label = "商品单价")]
    pub unit_price: Fen,
}
