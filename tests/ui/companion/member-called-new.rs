// on: new
use wxpay::prelude::*;

#[wxpay_object(required = ())]
pub struct Thing {
    pub new: Option<bool>,
}

fn main() {}
