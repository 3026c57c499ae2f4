// expect: dyn ToString | Box<dyn ToString>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub id: Box<dyn ToString>,
}
