// expect: char
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub grade: char,
}
