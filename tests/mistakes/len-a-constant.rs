// expect: ..=MAX_APPID | MAX_APPID)]
use wxpay::prelude::*;

pub const MAX_APPID: usize = 32;

#[wxpay_object]
pub struct App {
    #[wxpay(len = ..=MAX_APPID)]
    pub appid: String,
}
