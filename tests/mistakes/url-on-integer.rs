// expect: url
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(url)]
    pub notify: u32,
}
