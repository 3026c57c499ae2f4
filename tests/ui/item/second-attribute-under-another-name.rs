// on: #[message]
// on: #[message]
// on: #[list]
use wxpay::prelude::*;

use wxpay::prelude::{wxpay_enum as list, wxpay_object as message};

#[wxpay_object]
#[message]
pub struct Thing {
    pub code: String,
}

#[message]
#[message]
pub struct Conditional {
    pub code: String,
    #[cfg(all())]
    pub kind: Kind,
}

#[list]
#[list]
pub enum Kind {
    One,
}

fn main() {}
