// on: digits
use wxpay::prelude::*;

fn digits(_: &str) -> Result<(), String> {
    Ok(())
}

#[wxpay_object]
pub struct Thing {
    #[wxpay(check_list = digits)]
    pub codes: Vec<String>,
}

fn main() {}
