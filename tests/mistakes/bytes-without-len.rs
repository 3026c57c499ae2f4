// expect: bytes
use wxpay::prelude::*;

#[wxpay_object]
pub struct Attach {
    #[wxpay(bytes)]
    pub attach: Option<String>,
}
