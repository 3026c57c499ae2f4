// on: even
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(check = even)]
    pub code: u32,
}

fn even(_: i64) -> Result<(), String> {
    Ok(())
}

fn main() {}
