// expect: [String; 3]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub pictures: [String; 3],
}
