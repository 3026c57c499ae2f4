// on: Code
use wxpay::prelude::*;

type Code = i64;
fn digits(_: &str) -> Result<(), String> {
    Ok(())
}

#[wxpay_object]
pub struct Thing {
    #[wxpay(check = digits)]
    pub code: Code,
}

fn main() {}
