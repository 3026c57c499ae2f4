// expect: check | fine
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(check = fine)]
    pub payer: Payer,
}

#[wxpay_object]
pub struct Payer {
    pub openid: String,
}

pub fn fine(_: &Payer) -> Result<(), String> {
    Ok(())
}
