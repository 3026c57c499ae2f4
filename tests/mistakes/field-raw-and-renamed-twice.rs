// expect: rename = "kind" | rename = "kind")]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(rename = "type", rename = "kind")]
    pub r#type: String,
}
