/// What is told of a thing: the derive makes the impls, of what the conditions leave.
#[wxpay_object]
#[derive(Debug, Clone)]
pub struct Thing {
    pub code: String,
    #[cfg(feature = "notes")]
    #[wxpay(len = 32)]
    pub note: Option<String>,
}
