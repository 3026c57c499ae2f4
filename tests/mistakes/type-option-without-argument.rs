// expect: Option
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub goods_tag: Option,
}
