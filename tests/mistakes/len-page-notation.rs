// expect: string[1,32] | string
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[wxpay(string[1,32])]
    pub appid: String,
}
