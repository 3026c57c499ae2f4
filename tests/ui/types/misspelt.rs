// on: DateTme
use wxpay::prelude::*;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: String,
    pub time: Option<DateTme>,
}

fn main() {}
