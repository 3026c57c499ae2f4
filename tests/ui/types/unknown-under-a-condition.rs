// on: Undeclared
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    #[cfg(all())]
    pub codes: Vec<Undeclared>,
}

fn main() {}
