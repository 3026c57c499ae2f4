// on: (pub String)
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing(pub String);

fn main() {}
