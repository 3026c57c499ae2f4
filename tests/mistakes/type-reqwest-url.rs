// expect: reqwest
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub notify_url: reqwest::Url,
}
