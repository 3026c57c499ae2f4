// on: 'a, T
// on: 'a, T: Clone, const N: usize
use wxpay::prelude::*;

#[wxpay_endpoint(method = "POST", path = "/v3/things")]
pub struct Create<'a, T> {
    pub appid: &'a str,
    pub attach: T,
}

#[wxpay_endpoint(method = "GET", path = "/v3/things", required = FindRequired)]
#[derive(Debug)]
pub struct Find<'a, T: Clone, const N: usize> {
    pub appid: &'a str,
    pub codes: [u8; N],
    pub limit: Option<T>,
}

pub fn send<E: Endpoint>(request: &E) -> (&E, Option<E::Response>) {
    (request, None)
}

pub fn create() {
    let (_, nothing) = send(&Create { appid: "wx1", attach: 1_i64 });
    nothing.unwrap();
    let find: Find<'_, i64, 2> = Find::new(FindRequired { appid: "wx1", codes: [1, 2] }).limit(1);
    send(&find).1.unwrap()
}

fn main() {}
