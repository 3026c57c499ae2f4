// expect: 1..100
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(range = 1..100)]
    pub total: Fen,
}
