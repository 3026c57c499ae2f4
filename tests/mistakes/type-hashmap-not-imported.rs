// expect: HashMap
use wxpay::prelude::*;

#[wxpay_object]
pub struct Answer {
    pub extra: HashMap<String, String>,
}
