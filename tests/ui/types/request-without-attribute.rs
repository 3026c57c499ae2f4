// on: &Find { appid: "wx1".into() }
use wxpay::prelude::*;

pub struct Find {
    pub appid: String,
}

pub fn send<E: Endpoint>(_: &E) {}

pub fn find() {
    send(&Find { appid: "wx1".into() });
}

fn main() {}
