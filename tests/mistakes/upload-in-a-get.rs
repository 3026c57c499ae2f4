// expect: "GET" | Upload,
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "GET", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    pub file: Upload,
}
