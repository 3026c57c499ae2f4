// expect: sha256 = "file" | = "file"
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(sha256 = "file")]
    pub digest: Option<String>,
    pub file: Upload,
}
