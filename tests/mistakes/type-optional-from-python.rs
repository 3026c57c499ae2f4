// expect: Optional<String> | Optional
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub goods_tag: Optional<String>,
}
