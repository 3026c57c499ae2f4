// expect: sha256)] | Option<u64>
use wxpay::prelude::*;
use wxpay::value::Upload;

#[wxpay_endpoint(method = "POST", path = "/v3/merchant/media/upload")]
pub struct UploadImage {
    #[wxpay(sha256)]
    pub digest: Option<u64>,
    pub file: Upload,
}
