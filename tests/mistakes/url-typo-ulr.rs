// expect: ulr
use wxpay::prelude::*;

#[wxpay_object]
pub struct Order {
    #[wxpay(ulr)]
    pub notify_url: String,
}
