// expect: file: Upload | Upload,
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_object]
pub struct Picture {
    pub file: Upload,
}
