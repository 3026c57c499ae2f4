// on: check_list
use wxpay::prelude::*;

fn sorted(_: &[String]) -> Result<(), String> {
    Ok(())
}

#[wxpay_object]
pub struct Thing {
    #[wxpay(opaque, check_list = sorted)]
    pub codes: Option<Vec<String>>,
}

fn main() {}
