// on: chrono::Option<String>
use wxpay::prelude::*;

/// As in another crate.
pub mod chrono {
    pub struct Utc;
    pub struct DateTime<T>(pub T);
    pub struct Sensitive;
    pub struct Option<T>(pub T);
}

#[wxpay_object]
pub struct Thing {
    pub code: chrono::Option<String>,
}

fn main() {}
