// expect: "jpg,png"
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(extensions = "jpg,png")]
    pub file: Upload,
}
