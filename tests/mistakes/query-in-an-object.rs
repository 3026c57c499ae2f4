// expect: query
use wxpay::prelude::*;

#[wxpay_object]
pub struct Filter {
    #[wxpay(query)]
    pub mchid: String,
}
