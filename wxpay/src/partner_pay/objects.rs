//! Objects that only sub-merchants' orders have.

use crate::prelude::*;

/// Settlement information of a sub-merchant's order (结算信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettleInfo {
    /// Keeps the money frozen until it is shared (分账).
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
    /// Subsidy that the platform adds for its sub-merchant (补差), in fen. Ignored without `profit_sharing`.
    #[wxpay(label = "补差金额")]
    pub subsidy_amount: Option<Fen>,
}
