// expect: url | Kind
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    #[wxpay(url)]
    pub kind: Kind,
}

#[wxpay_enum]
pub enum Kind {
    Merchant,
    Person,
}
