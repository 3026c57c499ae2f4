/// Asks for an order.
#[wxpay_endpoint(method = "GET", path = "/v3/orders/{out_trade_no}", check = rules::one_number)]
pub struct Query {
    pub out_trade_no: String,
    #[wxpay(len = 32, caller)]
    pub mchid: String,
    pub transaction_id: Option<String>,
}

/// Who receives.
#[wxpay_object(required = ReceiverRequired, check = Self::name_of_a_merchant)]
pub struct Receiver {
    pub account: String,
    pub name: Option<String>,
    #[wxpay(check_list = Self::are_of_one_city, label = "门店|分店")]
    pub shops: Vec<Shop>,
}

/// Asks by either number.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/payments",
    one_of("transaction_id", "out_trade_no"),
    at_most_one("from", "until"),
    any_of("until", "limit")
)]
pub struct Find {
    pub transaction_id: Option<String>,
    #[wxpay(needs = "from")]
    pub out_trade_no: Option<String>,
    #[wxpay(rename = "from", default = "20260101", len = 8.., pattern = "[0-9]+")]
    pub first_day: Option<String>,
    pub until: Maybe,
    #[wxpay(range = 1..=50, default = 20, check = even)]
    pub limit: Option<u32>,
    #[wxpay(default = false)]
    pub all: Option<bool>,
    #[wxpay(items = 1.., check = whole_yuan, check_list = rules::ascending)]
    pub amounts: Option<Vec<Fen>>,
}
