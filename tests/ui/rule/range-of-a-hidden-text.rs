// on: Day
use wxpay::prelude::*;

type Day = String;

#[wxpay_object]
pub struct Thing {
    #[wxpay(range = 1..=31)]
    pub day: Day,
}

fn main() {}
