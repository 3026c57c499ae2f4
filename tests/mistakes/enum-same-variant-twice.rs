// expect: Closed, // again
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Closed,
    Open,
    Closed, // again
}
