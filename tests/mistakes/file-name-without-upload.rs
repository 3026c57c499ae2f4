// expect: file_name
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(file_name)]
    pub filename: Option<String>,
}
