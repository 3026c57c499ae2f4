// on: one_name
use wxpay::prelude::*;

fn one_name(receiver: &Receiver) -> bool {
    receiver.name.is_none()
}

#[wxpay_object(check = one_name)]
pub struct Receiver {
    pub name: Option<String>,
}

fn main() {}
