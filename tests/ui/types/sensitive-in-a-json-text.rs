// on: Option<JsonText<Vec<Owner>>>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Owner {
    pub name: Option<Sensitive>,
}

#[wxpay_object]
pub struct Thing {
    pub owners: Option<JsonText<Vec<Owner>>>,
}

fn main() {}
