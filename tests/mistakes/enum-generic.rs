// expect: <T> | T
use wxpay::prelude::*;

#[wxpay_enum]
pub enum Either<T> {
    Left,
    Right,
}
