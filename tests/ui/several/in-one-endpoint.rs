// mistakes: 13
use wxpay::prelude::*;

#[wxpay_endpoint(
    method = "FETCH",
    path = "/v3/things/{code}/{number}",
    response = String,
    number = "out_trade_no",
    success = 302,
    verb = "GET"
)]
pub struct Find {
    #[wxpay(query, lenght = 32)]
    pub number: Option<String>,
    #[wxpay(len = 0, pattern = "^a", bytes, bytes)]
    pub appid: String,
    #[wxpay(range = 1..=31)]
    #[wxpay(rename = "appid")]
    pub day: bool,
}

fn main() {}
