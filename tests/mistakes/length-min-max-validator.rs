// expect: length
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(length(min = 1, max = 32))]
    pub appid: String,
}
