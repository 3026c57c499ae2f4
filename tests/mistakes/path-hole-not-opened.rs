// expect: activity_id}
use wxpay::prelude::*;

#[wxpay_endpoint(method = "GET", path = "/v3/marketing/paygiftactivity/activities/activity_id}")]
pub struct GetActivity {
    pub activity_id: String,
}
