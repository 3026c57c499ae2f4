// expect: 0.01..=100.0 | 0.01
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    #[wxpay(range = 0.01..=100.0)]
    pub total: Fen,
}
