// expect: PathBuf | std::path::PathBuf
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    pub file: std::path::PathBuf,
}
