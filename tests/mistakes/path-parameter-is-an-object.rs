// expect: store: Store | Store,
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/stores/{store}")]
pub struct GetStore {
    pub store: Store,
}
