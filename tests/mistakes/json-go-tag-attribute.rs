// expect: json
use wxpay::prelude::*;

#[wxpay_object]
pub struct PutOrder {
    #[json("attach,omitempty")]
    pub attach: Option<String>,
}
