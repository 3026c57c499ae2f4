// on: const N: usize
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State<const N: usize> {
    Open,
}

fn main() {}
