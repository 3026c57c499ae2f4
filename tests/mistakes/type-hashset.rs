// expect: HashSet<String> | HashSet
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub tags: std::collections::HashSet<String>,
}
