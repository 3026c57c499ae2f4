// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(len = 10)]
    pub total: Fen,
}
