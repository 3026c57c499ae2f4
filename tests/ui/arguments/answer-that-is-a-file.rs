// on: Find
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/things")]
pub struct Find {
    pub appid: String,
}

pub fn door() {
    let _ = Client::file::<Find>;
}

fn main() {}
