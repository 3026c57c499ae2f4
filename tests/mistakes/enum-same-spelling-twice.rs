// expect: "CLOSED"
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Closed,
    #[wxpay(rename = "CLOSED")]
    Revoked,
}
