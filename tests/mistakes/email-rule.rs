// expect: email)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Contact {
    #[wxpay(email)]
    pub contact_email: String,
}
