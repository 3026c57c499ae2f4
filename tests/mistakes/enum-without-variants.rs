// expect: State | {}
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {}
