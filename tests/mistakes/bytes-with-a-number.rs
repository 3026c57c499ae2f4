// expect: bytes = 128 | = 128
use wxpay::prelude::*;

#[wxpay_object]
pub struct Attach {
    #[wxpay(len = 127, bytes = 128)]
    pub attach: Option<String>,
}
