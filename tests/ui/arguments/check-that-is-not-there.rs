// on: one_name
use wxpay::prelude::*;

#[wxpay_object(required = (), check = one_name)]
pub struct Receiver {
    pub name: Option<String>,
}

fn main() {}
