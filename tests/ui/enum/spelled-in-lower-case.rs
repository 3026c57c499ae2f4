// on: audit
use wxpay::prelude::*;

#[wxpay_enum]
#[allow(non_camel_case_types)]
pub enum State {
    audit,
}

fn main() {}
