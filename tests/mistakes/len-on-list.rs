// compiles: `len` is about the elements, as the documentation says
// expect: len
use wxpay::prelude::*;

#[wxpay_object]
pub struct Detail {
    #[wxpay(len = 1..=6000)]
    pub goods_ids: Vec<String>,
}
