// several: as of every derive, rustc tells of each implementation that is there twice
// expect: pub struct Receiver { // again | Receiver { // again
use wxpay::prelude::*;

#[wxpay_object]
pub struct Receiver {
    pub account: String,
}

#[wxpay_object]
pub struct Receiver { // again
    pub account: String,
}
