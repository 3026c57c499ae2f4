// expect: `json
use wxpay::prelude::*;

#[wxpay_object]
pub struct PutOrder {
    pub appid: String, `json:"appid"`
}
