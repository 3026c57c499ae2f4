// on: DateTime<Utc>
/// As in another crate.
pub mod chrono {
    pub struct Utc;
    pub struct DateTime<T>(pub T);
    pub struct Sensitive;
    pub struct Option<T>(pub T);
}

pub mod inner {
    use crate::chrono::{DateTime, Utc};
    use wxpay::prelude::wxpay_object;

    #[wxpay_object]
    pub struct Thing {
        pub time: DateTime<Utc>,
    }
}

fn main() {}
