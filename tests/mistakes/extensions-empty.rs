// expect: []
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(extensions = [])]
    pub file: Upload,
}
