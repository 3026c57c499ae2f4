// expect: type
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub type: String,
}
