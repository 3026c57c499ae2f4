// expect: Vec<u8>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    pub file: Vec<u8>,
}
