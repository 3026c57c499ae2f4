// expect: Uplaod
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/video_upload")]
pub struct VideoUpload {
    pub file: Uplaod,
}
