// compiles: any JSON is a member too
// expect: serde_json::Value
use wxpay::prelude::*;

#[wxpay_object]
pub struct Answer {
    pub detail: serde_json::Value,
}
