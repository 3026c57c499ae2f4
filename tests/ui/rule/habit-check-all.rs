// on: check_all
use wxpay::prelude::*;

fn sorted(_: &[String]) -> Result<(), String> {
    Ok(())
}

#[wxpay_object]
pub struct Thing {
    #[wxpay(check_all = sorted)]
    pub codes: Vec<String>,
}

fn main() {}
