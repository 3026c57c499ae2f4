// expect: string
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: string,
}
