// on: Day
use wxpay::prelude::*;

type Day = CompactDate;

#[wxpay_object]
pub struct Thing {
    #[wxpay(len = 8)]
    pub day: Day,
}

fn main() {}
