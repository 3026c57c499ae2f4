//! Automatic repayment of credit (信贷还款·自动还款): the user signs once, the service provider collects monthly.

mod h5_presign;

pub use h5_presign::{
    H5Presign, H5PresignRequired, H5PresignResponse, JumpInfo, RealIdentity, RealIdentityRequired, RealIdentityType,
    TradeInfo, TradeInfoRequired,
};

pub use crate::notify::DisplayName;

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<H5Presign>("credit_repayment")];
