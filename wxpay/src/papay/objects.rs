//! Objects of several endpoints.

use crate::prelude::*;

/// An amount (金额信息).
#[wxpay_object(required = AmountRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Amount {
    /// Amount in fen.
    #[wxpay(label = "金额")]
    pub total: Fen,
    /// Currency: `CNY`, also by default.
    #[wxpay(default = "CNY", label = "货币类型")]
    pub currency: Option<String>,
}

impl From<Fen> for Amount {
    fn from(total: Fen) -> Self {
        Self::new(AmountRequired { total })
    }
}

/// The first debit, which the user authorizes with the contract (预约信息).
#[wxpay_object(required = EstimatedDebitRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EstimatedDebit {
    /// Day of the debit, such as `2019-11-22`.
    #[wxpay(label = "预计扣费的日期")]
    pub estimated_deduct_date: Date,
    /// Amount of the debit.
    #[wxpay(label = "预计的扣费金额")]
    pub estimated_deduct_amount: Amount,
    /// Description of the goods.
    #[wxpay(label = "商品描述")]
    pub description: String,
}

/// The answer to an [`H5Presign`](super::H5Presign) or a [`JsapiPresign`](super::JsapiPresign).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RedirectResponse {
    /// URL of the page where the user signs.
    pub redirect_url: String,
}
