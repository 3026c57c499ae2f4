// on: Code
use wxpay::prelude::*;

type Code = String;

#[wxpay_object]
pub struct Thing {
    #[wxpay(check_list = sorted)]
    pub code: Code,
}

fn sorted(_: &[String]) -> Result<(), String> {
    Ok(())
}

fn main() {}
