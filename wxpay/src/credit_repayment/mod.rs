//! Automatic repayment of credit (信贷还款·自动还款): the user signs once, the service provider collects monthly.

mod display_name;
mod h5_presign;

pub use display_name::DisplayName;
pub use h5_presign::{
    H5Presign, H5PresignRequired, H5PresignResponse, JumpInfo, RealIdentity, RealIdentityRequired, RealIdentityType,
    TradeInfo, TradeInfoRequired,
};
