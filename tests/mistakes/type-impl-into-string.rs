// expect: impl Into<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: impl Into<String>,
}
