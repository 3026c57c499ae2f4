// on: std::net::IpAddr
use wxpay::prelude::*;

#[wxpay_object]
pub struct Thing {
    #[wxpay(opaque)]
    pub address: std::net::IpAddr,
}

fn main() {}
