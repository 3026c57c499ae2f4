// expect: "https://apihk.mch.weixin.qq.com"
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/global/settle/settlements", host = "https://apihk.mch.weixin.qq.com")]
pub struct Settlements {
    pub settle_state: String,
}
