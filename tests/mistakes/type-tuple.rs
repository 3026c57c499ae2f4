// expect: (String, String)
use wxpay::prelude::*;

#[wxpay_object]
pub struct Answer {
    pub pair: (String, String),
}
