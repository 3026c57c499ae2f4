// on: Name
use wxpay::prelude::*;

type Name = Sensitive;

#[wxpay_object]
pub struct Thing {
    #[wxpay(pattern = "[0-9]+")]
    pub name: Name,
}

fn main() {}
