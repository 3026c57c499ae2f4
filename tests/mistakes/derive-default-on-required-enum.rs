// expect: kind: Kind | Kind, | pub kind: Kind
use wxpay::prelude::*;

#[wxpay_object]
#[derive(Default)]
pub struct Receiver {
    pub kind: Kind,
}

#[wxpay_enum]
pub enum Kind {
    Merchant,
    Person,
}
