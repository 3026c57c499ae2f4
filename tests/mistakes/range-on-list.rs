// expect: range
use wxpay::prelude::*;

#[wxpay_object]
pub struct Batch {
    #[wxpay(range = 1..=50)]
    pub receivers: Vec<String>,
}
