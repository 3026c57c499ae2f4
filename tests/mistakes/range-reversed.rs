// expect: 100..=1
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(range = 100..=1)]
    pub total: Fen,
}
