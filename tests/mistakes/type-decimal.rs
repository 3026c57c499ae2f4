// expect: Decimal
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    pub rate: Decimal,
}
