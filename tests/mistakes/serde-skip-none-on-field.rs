// expect: serde | serde(skip_serializing_if = "Option::is_none")
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/orders")]
pub struct PutOrder {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attach: Option<String>,
}
