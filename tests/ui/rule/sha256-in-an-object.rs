// on: sha256
use wxpay::prelude::*;

#[wxpay_object]
pub struct Meta {
    #[wxpay(sha256)]
    pub digest: Option<String>,
}

fn main() {}
