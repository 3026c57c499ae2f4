// expect: []String | []
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    pub goods_tags: []String,
}
