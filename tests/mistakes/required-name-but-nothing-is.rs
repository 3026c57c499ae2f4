// expect: DetailRequired
use wxpay::prelude::*;

#[wxpay_object(required = DetailRequired)]
pub struct Detail {
    pub cost_price: Option<Fen>,
    pub invoice_id: Option<String>,
}
