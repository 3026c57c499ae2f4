// several: rustc finds no tokens for the attribute
// expect: `json
use wxpay::prelude::*;

#[wxpay_object]
pub struct PutOrder {
    pub appid: String, `json:"appid"`
}
