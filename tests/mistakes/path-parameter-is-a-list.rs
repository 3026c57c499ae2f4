// expect: Vec<String>
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/marketing/users/{openids}/coupons")]
pub struct UserCoupons {
    pub openids: Vec<String>,
}
