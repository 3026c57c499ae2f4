// expect: JsonText
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub scene: wxpay::value::JsonText,
}
