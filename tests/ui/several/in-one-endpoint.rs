// on: verb
// on: lenght
// on: bytes
// on: "FETCH"
// on: "/v3/things/{code}/{number}"
// on: query
// on: String
// on: "out_trade_no"
// on: 302
// on: 0
// on: "^a"
// on: "appid"
// on: range
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
