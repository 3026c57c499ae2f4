// expect: String(32) | (32)
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: String(32),
}
