// expect: Instant | opaque | std::time::Instant
use wxpay::prelude::*;

#[wxpay_object]
pub struct Visit {
    #[wxpay(opaque)]
    pub at: std::time::Instant,
}
