// expect: check = even | even)]
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(check = even)]
    pub quantity: u32,
}

pub fn even(n: i64) -> Result<(), String> {
    if n % 2 == 0 { Ok(()) } else { Err("odd".into()) }
}
