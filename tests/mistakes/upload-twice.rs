// expect: back: Upload | back | Upload, // 2
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadIdCard {
    pub front: Upload,
    pub back: Upload, // 2
}
