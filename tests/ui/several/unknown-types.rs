// on: Undeclared
// on: Unheard
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub codes: Vec<Undeclared>,
    pub state: Option<Unheard>,
}

fn main() {}
