// on: Sensitive
/// As in another crate.
pub mod chrono {
    pub struct Utc;
    pub struct DateTime<T>(pub T);
    pub struct Sensitive;
    pub struct Option<T>(pub T);
}

pub mod inner {
    use crate::chrono::Sensitive;
    use wxpay::prelude::wxpay_object;

    #[wxpay_object(required = ThingRequired)]
    pub struct Thing {
        pub name: Sensitive,
    }
}

fn main() {}
