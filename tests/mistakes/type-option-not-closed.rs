// expect: Option<String | pub
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub goods_tag: Option<String,
    pub invoice_id: u32,
}
