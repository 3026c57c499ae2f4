// on: where
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing
where
    String: Clone,
{
    pub code: String,
}

fn main() {}
