// expect: sha256, label
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(sha256)]
    pub digest: Option<String>,
    #[wxpay(sha256, label = "摘要")]
    pub digest_again: Option<String>,
    pub file: Upload,
}
