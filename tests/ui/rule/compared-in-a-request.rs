// on: compared
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/orders")]
struct Query {
    #[wxpay(compared)]
    appid: Option<String>,
}

fn main() {}
