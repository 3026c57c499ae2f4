// expect: wxpay_object
// says: `wxpay` is called `wx` in this crate; add `#[wxpay(crate = wx)]` below the attribute
// called: wx
use wx::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
}
