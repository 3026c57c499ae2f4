// expect: extensions
use wxpay::prelude::*;

#[wxpay_object]
pub struct Meta {
    #[wxpay(extensions = ["jpg", "png"])]
    pub name: String,
}
