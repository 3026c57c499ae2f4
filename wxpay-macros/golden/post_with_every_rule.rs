/// Makes an order.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/orders",
    number = "out_trade_no",
    success = 202,
    unknown_on = [429]
)]
pub struct Create {
    #[wxpay(query, len = 32)]
    pub appid: String,
    #[wxpay(len = 6..=32, bytes, pattern = r"[0-9A-Za-z_\-|*]+", label = "商户订单号")]
    pub out_trade_no: String,
    #[wxpay(len = ..=128)]
    pub attach: Option<String>,
    #[wxpay(range = 1..=31)]
    pub day: i64,
    #[wxpay(range = 1..)]
    pub total: Fen,
    #[wxpay(items = 1..=50, len = 32)]
    pub codes: Vec<String>,
    #[wxpay(url)]
    pub notify_url: String,
    #[wxpay(bare_url)]
    pub page: String,
    #[wxpay(check = names::is_masked)]
    pub name: String,
    #[wxpay(rename = "payAuthNo")]
    pub pay_auth_no: String,
    pub r#type: String,
}
