use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create<'a, T> {
    pub appid: &'a str,
    pub attach: T,
}

pub fn send<E: Endpoint>(request: &E) -> (&E, Option<E::Response>) {
    (request, None)
}

pub fn create() {
    let (_, nothing) = send(&Create { appid: "wx1", attach: 1_i64 });
    nothing.unwrap()
}

fn main() {}
