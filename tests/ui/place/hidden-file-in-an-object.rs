// on: Picture
use wxpay::prelude::*;

type Picture = Upload;

#[wxpay_object]
pub struct Thing {
    pub file: Picture,
}

fn main() {}
