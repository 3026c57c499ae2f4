// on: dyn ToString
// on: &'static str
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: Box<dyn ToString>,
    pub name: Option<Box<&'static str>>,
}

fn main() {}
