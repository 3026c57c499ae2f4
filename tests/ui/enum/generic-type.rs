// on: 'a, T: ?Sized
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Either<'a, T: ?Sized> {
    Left,
    Right,
}

fn main() {}
