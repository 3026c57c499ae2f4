// expect: Page<T> | <T> {
use wxpay::prelude::*;

#[wxpay_object]
pub struct Page<T> {
    pub data: Vec<T>,
    pub total_count: i64,
}
