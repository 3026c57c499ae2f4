// expect: 12.5
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 12.5)]
    pub appid: String,
}
