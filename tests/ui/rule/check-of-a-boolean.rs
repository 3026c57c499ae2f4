// on: check
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(check = even)]
    pub code: bool,
}

fn even(_: bool) -> Result<(), String> {
    Ok(())
}

fn main() {}
