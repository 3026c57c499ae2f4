// expect: Unknown(String) | (String)
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    Unknown(String),
}
