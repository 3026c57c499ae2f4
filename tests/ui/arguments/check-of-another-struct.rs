// on: one_name
use wxpay::prelude::*;
use wxpay::validate::Violation;

#[wxpay_object]
pub struct Sender {
    pub name: Option<String>,
}

fn one_name(_: &Sender) -> Result<(), Violation> {
    Ok(())
}

#[wxpay_endpoint(method = "POST", path = "/v3/receivers", check = one_name)]
pub struct Receiver {
    pub name: Option<String>,
}

fn main() {}
