// on: _2388
use wxpay::prelude::*;

#[wxpay_enum]
pub enum CertificateType {
    _2388,
}

fn main() {}
