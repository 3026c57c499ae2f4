// expect: url = true | = true
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(url = true)]
    pub notify_url: String,
}
