// expect: part
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/marketing/favor/media/image-upload")]
pub struct SendImage {
    #[wxpay(part)]
    pub kind: String,
}
