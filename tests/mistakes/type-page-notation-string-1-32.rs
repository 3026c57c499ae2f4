// expect: string[1,32] | string | [1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: string[1,32],
}
