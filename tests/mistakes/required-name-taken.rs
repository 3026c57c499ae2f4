// expect: required = StoreRequired | StoreRequired)] | pub struct StoreRequired
use wxpay::prelude::*;

#[wxpay_object(required = StoreRequired)]
pub struct Store {
    pub id: String,
    pub name: Option<String>,
}

pub struct StoreRequired {
    pub id: String,
}
