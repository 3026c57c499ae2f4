/// An order's amount.
#[wxpay_object(required = AmountRequired)]
#[derive(Debug)]
#[non_exhaustive]
pub struct Amount {
    /// The whole amount.
    #[wxpay(range = 1..)]
    pub total: Fen,
    /// The currency.
    #[wxpay(len = 16)]
    pub currency: Option<String>,
}

/// What is known about the shop.
#[wxpay_object(required = ())]
#[derive(Default)]
pub(crate) struct Shop {
    /// Its name.
    pub(crate) name: Option<String>,
}
