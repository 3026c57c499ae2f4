// expect: {coupon_id:[0-9]+}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/marketing/favor/coupons/{coupon_id:[0-9]+}")]
pub struct GetCoupon {
    pub coupon_id: String,
}
