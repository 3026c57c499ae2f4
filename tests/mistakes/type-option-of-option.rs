// expect: Option<Option<String>>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub grade: Option<Option<String>>,
}
