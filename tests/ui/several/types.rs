// on: Code
// on: Option<Name>
// on: Vec<Name>
use wxpay::prelude::*;

pub struct Code;
pub struct Name(pub String);

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: Code,
    pub name: Option<Name>,
    #[wxpay(opaque)]
    pub names: Vec<Name>,
}

fn main() {}
