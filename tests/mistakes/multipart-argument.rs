// expect: multipart
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/marketing/favor/media/image-upload", multipart)]
pub struct SendImage {
    pub file: Upload,
}
