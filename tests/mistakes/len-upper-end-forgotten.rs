// expect: 1..=
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(len = 1..=)]
    pub appid: String,
}
