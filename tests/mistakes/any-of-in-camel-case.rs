// expect: anyOf
use wxpay::prelude::*;

#[wxpay_object(anyOf("phone", "email"))]
pub struct Contact {
    pub phone: Option<Sensitive>,
    pub email: Option<Sensitive>,
}
