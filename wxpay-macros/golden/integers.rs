/// How much.
#[wxpay_enum]
pub enum Level {
    /// Little.
    Low = -1,
    /// Much.
    High = 2,
}
