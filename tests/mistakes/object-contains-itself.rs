// expect: parent: Store | Store, | Store {
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: String,
    pub parent: Store,
}
