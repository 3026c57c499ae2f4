// on: HTTPError
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Reason {
    HTTPError,
}

fn main() {}
