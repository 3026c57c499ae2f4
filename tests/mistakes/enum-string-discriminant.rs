// expect: "OPEN"
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open = "OPEN",
}
