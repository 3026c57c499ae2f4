//! Pay score for service providers (微信支付分·服务商模式): service orders and permissions of their sub-merchants.
//!
//! ```
//! use wxpay::partner_payscore::{ApplyPermission, ApplyPermissionRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = ApplyPermission::new(ApplyPermissionRequired {
//!     service_id: "2002000000000558128851361561536".into(),
//!     appid: "wxd678efh567hg6787".into(),
//!     sub_mchid: "1900000109".into(),
//!     authorization_code: "20260101000001".into(),
//! });
//! let token = client.send(&request).await?.apply_permissions_token;
//! # Ok(())
//! # }
//! ```
//!
//! The flow, the states of an order and the [`codes`] of errors are those of [`payscore`](crate::payscore), with these
//! differences: the service provider signs the request and names the merchant in `sub_mchid`. The user is given by `openid`
//! (under `appid`) or by `sub_openid` (under `sub_appid`, which is then required). The calls that change an order after its
//! creation have no content in their answers: query the order, or wait for its notification.

#![doc(alias("微信支付分", "服务商模式"))]

mod apply_permission;
mod apply_scene_permission;
mod assess_user_risk_level;
mod cancel_order;
mod collect_order;
mod complete_order;
mod create_order;
mod create_pay_on_delivery_order;
mod direct_complete_order;
mod messages;
mod modify_order;
mod query_order;
mod query_permission;
mod query_service_quota;
mod service_account;
mod sync_order;
mod terminate_permission;

pub use apply_permission::{ApplyPermission, ApplyPermissionRequired, ApplyPermissionResponse};
pub use apply_scene_permission::{
    ApplyScenePermission, ApplyScenePermissionRequired, ApplyScenePermissionResponse, PermissionScene,
    TransactionSceneInfo, TransactionSceneInfoRequired,
};
pub use assess_user_risk_level::{AssessUserRiskLevel, AssessUserRiskLevelRequired};
pub use cancel_order::{CancelOrder, CancelOrderRequired};
pub use collect_order::{CollectOrder, CollectOrderRequired};
pub use complete_order::{CompleteOrder, CompleteOrderRequired};
pub use create_order::{CreateOrder, CreateOrderRequired};
pub use create_pay_on_delivery_order::{CreatePayOnDeliveryOrder, CreatePayOnDeliveryOrderRequired};
pub use direct_complete_order::{DirectCompleteOrder, DirectCompleteOrderRequired};
pub use messages::{SendPendingMessage, SendPendingMessageRequired, SendPrepaidMessage, SendPrepaidMessageRequired};
pub use modify_order::{ModifyOrder, ModifyOrderRequired};
pub use query_order::{QueryOrder, QueryOrderRequired};
pub use query_permission::{
    Permission, QueryPermission, QueryPermissionByOpenid, QueryPermissionByOpenidRequired, QueryPermissionRequired,
};
pub use query_service_quota::{QueryServiceQuota, QueryServiceQuotaRequired, Quota, ServiceQuota};
pub use service_account::{
    ApplyServiceAccount, ApplyServiceAccountRequired, QueryServiceAccountApplication,
    QueryServiceAccountApplicationRequired,
};
pub use sync_order::{SyncOrder, SyncOrderRequired};
pub use terminate_permission::{
    TerminatePermission, TerminatePermissionByOpenid, TerminatePermissionByOpenidRequired, TerminatePermissionRequired,
};

pub use crate::notify::{ApplyState, ServiceAccountApplication};
pub use crate::payscore::codes;
pub use crate::payscore::{
    AgreedRiskFund, AssessedGoods, AssessedGoodsRequired, AuthorizationState, Collection, CollectionDetail,
    CollectionState, CreatedOrder, Device, Goods, GoodsRequired, JumpLink, JumpLinkType, Location, PaidType, PostItem,
    RiskAssessment, RiskFund, RiskFundName, RiskFundRequired, ServiceOrder, ServiceOrderState, ShoppingInfo,
    ShoppingInfoRequired, StateDescription, SyncDetail, SyncDetailRequired, SyncType, TimeRange,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateOrder>(),
    Shipped::of::<QueryOrder>(),
    Shipped::of::<CancelOrder>(),
    Shipped::of::<CompleteOrder>(),
    Shipped::of::<ModifyOrder>(),
    Shipped::of::<CollectOrder>(),
    Shipped::of::<SyncOrder>(),
    Shipped::of::<DirectCompleteOrder>(),
    Shipped::of::<CreatePayOnDeliveryOrder>(),
    Shipped::of::<SendPendingMessage>(),
    Shipped::of::<SendPrepaidMessage>(),
    Shipped::of::<ApplyPermission>(),
    Shipped::of::<ApplyScenePermission>(),
    Shipped::of::<QueryPermission>(),
    Shipped::of::<QueryPermissionByOpenid>(),
    Shipped::of::<TerminatePermission>(),
    Shipped::of::<TerminatePermissionByOpenid>(),
    Shipped::of::<AssessUserRiskLevel>(),
    Shipped::of::<QueryServiceQuota>(),
    Shipped::of::<ApplyServiceAccount>(),
    Shipped::of::<QueryServiceAccountApplication>(),
];
