//! Pay score notifications.

mod permission;
mod service_account;
mod service_order;
mod sign_plan;

pub use permission::{PayScorePermission, UserServiceStatus};
pub use service_account::{ApplyState, ServiceAccountApplication};
pub use service_order::{
    AgreedRiskFund, Collection, CollectionDetail, CollectionState, Location, PaidType, PostItem, RiskFund,
    RiskFundName, RiskFundRequired, ServiceOrder, ServiceOrderState, StateDescription, TimeRange,
};
pub use sign_plan::{CancelSignType, PlanDetail, PlanDetailState, SignPlan, SignState};
