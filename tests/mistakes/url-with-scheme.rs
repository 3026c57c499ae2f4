// expect: "https" | ("https")
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(url("https"))]
    pub notify_url: String,
}
