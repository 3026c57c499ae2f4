// expect: validate
use wxpay::prelude::*;

#[wxpay_object]
pub struct Goods {
    #[wxpay(validate = even)]
    pub quantity: u32,
}

pub fn even(n: u32) -> Result<(), String> {
    if n % 2 == 0 { Ok(()) } else { Err("odd".into()) }
}
