// on: compared
use wxpay::prelude::*;

#[wxpay_object]
struct Order {
    #[wxpay(compared)]
    total: Fen,
}

fn main() {}
