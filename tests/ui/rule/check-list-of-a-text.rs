// on: check_list
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(check_list = sorted)]
    pub code: String,
}

fn sorted(_: &[String]) -> Result<(), String> {
    Ok(())
}

fn main() {}
