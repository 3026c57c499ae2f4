// expect: fen
use wxpay::prelude::*;

#[wxpay_object]
pub struct Amount {
    pub total: fen,
}
