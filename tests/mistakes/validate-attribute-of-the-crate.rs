// expect: validate
use wxpay::prelude::*;

#[wxpay_object]
pub struct App {
    #[validate(length(min = 1, max = 32))]
    pub appid: String,
}
