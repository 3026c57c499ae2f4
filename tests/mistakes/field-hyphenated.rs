// expect: -trade | out-trade-no
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub out-trade-no: String,
}
