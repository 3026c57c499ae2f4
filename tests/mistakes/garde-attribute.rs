// expect: garde
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[garde(ascii)]
    pub appid: String,
}
