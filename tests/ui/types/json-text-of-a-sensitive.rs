// on: JsonText<Sensitive>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    pub name: JsonText<Sensitive>,
}

fn main() {}
