// expect: type | struct
use wxpay::prelude::*;

#[wxpay_object]
pub type Order struct {
    appid: String,
}
