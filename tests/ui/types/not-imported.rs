// on: Fen
use wxpay::prelude::wxpay_object;

#[wxpay_object(required = ThingRequired)]
pub struct Thing {
    pub code: String,
    pub total: Option<Fen>,
}

fn main() {}
