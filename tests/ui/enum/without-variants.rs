// on: State
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {}

fn main() {}
