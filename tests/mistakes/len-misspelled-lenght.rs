// expect: lenght
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(lenght = 32)]
    pub appid: String,
}
