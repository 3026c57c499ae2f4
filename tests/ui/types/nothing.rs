// on: ()
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub code: (),
}

fn main() {}
