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
}
