//! What sub-merchants' orders have and a merchant's own have not.

use crate::prelude::*;

/// How a sub-merchant's order is settled (结算信息).
#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct SettleInfo {
    /// Whether the money stays frozen until it is shared (分账).
    #[wxpay(label = "是否指定分账")]
    pub profit_sharing: Option<bool>,
    /// What the platform adds for its sub-merchant (补差), in fen. It counts only with `profit_sharing`.
    #[wxpay(label = "补差金额")]
    pub subsidy_amount: Option<Fen>,
}
