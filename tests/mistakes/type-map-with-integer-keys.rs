// expect: HashMap<u32, String> | u32
use wxpay::prelude::*;
use std::collections::HashMap;

#[wxpay_object]
pub struct Answer {
    pub extra: HashMap<u32, String>,
}
