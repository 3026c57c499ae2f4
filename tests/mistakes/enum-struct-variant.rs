// expect: { code: String } | Failed { code: String }
use wxpay::prelude::*;

#[wxpay_enum]
pub enum State {
    Open,
    Failed { code: String },
}
