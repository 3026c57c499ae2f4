// expect: builder
use wxpay::prelude::*;

#[wxpay_object(builder)]
pub struct Store {
    pub id: String,
    pub name: Option<String>,
}
