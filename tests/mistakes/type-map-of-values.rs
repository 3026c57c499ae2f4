// expect: Value
use wxpay::prelude::*;
use std::collections::HashMap;

#[wxpay_object]
pub struct Answer {
    pub extra: HashMap<String, Value>,
}
