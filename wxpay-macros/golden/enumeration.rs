/// The state of an order.
#[wxpay_enum]
#[derive(Debug, PartialOrd)]
pub enum State {
    /// Paid.
    Success,
    /// Not paid.
    NotPay,
    /// Without money.
    #[wxpay(rename = "no_balance")]
    NoBalance,
}
