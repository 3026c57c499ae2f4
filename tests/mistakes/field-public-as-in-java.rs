// expect: public | account
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    public account: String,
}
