// expect: f64
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    pub total: f64,
    pub currency: String,
}
