// compiles: the pages give lengths there too, and other values than the known ones can be sent
// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(len = 16)]
    pub currency: Currency,
}

#[wxpay_enum]
pub enum Currency {
    Cny,
    Hkd,
}
