// on: &str
use wxpay::prelude::*;

#[wxpay_object(required = ())]
pub struct Thing {
    pub code: Option<&str>,
}

fn main() {}
