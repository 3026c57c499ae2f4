// expect: bare_url
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(url, bare_url)]
    pub notify_url: String,
}
