// expect: HashSet<String> | HashSet | std::collections::HashSet<String>
use wxpay::prelude::*;

#[wxpay_object]
pub struct Store {
    pub tags: std::collections::HashSet<String>,
}
