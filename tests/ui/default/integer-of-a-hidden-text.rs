// on: Option<Text>
use wxpay::prelude::*;

type Text = String;

#[wxpay_object]
pub struct Page {
    #[wxpay(default = 20)]
    pub limit: Option<Text>,
}

fn main() {}
