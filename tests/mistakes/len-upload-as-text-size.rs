// expect: "2M"
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(len = "2M")]
    pub file: Upload,
}
