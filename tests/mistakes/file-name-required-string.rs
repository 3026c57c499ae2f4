// expect: file_name | String,
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(file_name)]
    pub filename: String,
    pub file: Upload,
}
