// on: When
use wxpay::prelude::*;

type When = DateTime;

#[wxpay_object]
pub struct Thing {
    #[wxpay(url)]
    pub when: When,
}

fn main() {}
