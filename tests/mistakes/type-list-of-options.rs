// expect: Vec<Option<String>> | Option<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub phones: Vec<Option<String>>,
}
