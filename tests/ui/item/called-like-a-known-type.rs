// on: Fen
// on: Option
// on: Date
use wxpay::prelude::*;

#[wxpay_object]
pub struct Fen {
    pub total: i64,
}

#[wxpay_enum]
pub enum Option {
    Yes,
}

pub mod of_a_request {
    use wxpay::prelude::*;

    #[wxpay_endpoint(method = "GET", path = "/v3/dates")]
    pub struct Date {}
}

pub mod of_an_answer {
    use wxpay::prelude::*;

    #[wxpay_object]
    pub struct Date {}
}

fn main() {}
