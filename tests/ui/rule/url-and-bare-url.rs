// on: bare_url
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(url, bare_url)]
    pub page: String,
}

fn main() {}
