// on: "one_name"
use wxpay::prelude::*;

#[wxpay_object(check = "one_name")]
pub struct Receiver {
    pub name: Option<String>,
}

fn main() {}
