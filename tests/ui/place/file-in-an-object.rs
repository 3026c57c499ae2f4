// on: Upload
use wxpay::prelude::*;

#[wxpay_object]
pub struct Card {
    pub front: Upload,
}

fn main() {}
