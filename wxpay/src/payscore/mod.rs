//! Pay score (微信支付分): users with a good score use a service first and pay for it afterwards.
//!
//! WeChat Pay assigns the service ID (服务ID); each use of the service is a service order. There are two ways to begin:
//!
//! - With confirmation (需确认模式): the user confirms each order. [`CreateOrder`] answers a `package`, with which the front end opens
//!   WeChat's page ([`BusinessView::pay_score_use`](crate::payment::BusinessView::pay_score_use));
//!   [`notify::Event::ServiceOrder`](crate::notify::Event::ServiceOrder) or [`QueryOrder`] tells the result.
//! - With permission (免确认模式): the user gives permission once. [`ApplyPermission`] answers a token for WeChat's page
//!   ([`BusinessView::pay_score_enable`](crate::payment::BusinessView::pay_score_enable)), and
//!   [`notify::Event::PayScorePermission`](crate::notify::Event::PayScorePermission) or [`QueryPermission`] tells the result.
//!   After that, [`CreateOrder`] needs no confirmation.
//!
//! After the service, [`CompleteOrder`] sets the cost, and WeChat Pay tries to collect it until it is paid. Meanwhile the amount
//! can be lowered ([`ModifyOrder`]), the order cancelled ([`CancelOrder`]), or a payment outside of pay score reported
//! ([`SyncOrder`]). A refund names the `transaction_id` in [`ServiceOrder::collection`]; `out_order_no` is not an `out_trade_no`.
//!
//! ```no_run
//! use wxpay::payscore::*;
//! use wxpay::prelude::*;
//!
//! # async fn umbrella(client: Client) -> Result<(), Box<dyn std::error::Error>> {
//! let (appid, service_id) = ("wxd678efh567hg6787", "2002000000000558128851361561536");
//! let order = CreateOrder::new(CreateOrderRequired {
//!     out_order_no: "20260101000001".into(),
//!     appid: appid.into(),
//!     service_id: service_id.into(),
//!     service_introduction: "An umbrella".into(),
//!     time_range: TimeRange::new().start_time("OnAccept"),
//!     risk_fund: RiskFund::new(RiskFundRequired { name: RiskFundName::Deposit, amount: Fen::new(5000) }),
//!     notify_url: "https://shop.example.com/wechat/notify".into(),
//! })
//! .need_user_confirm(true);
//! let for_the_front_end = client.send(&order).await?.package;
//!
//! // The user has confirmed, used the umbrella, and brought it back.
//! let done = CompleteOrder::new(CompleteOrderRequired {
//!     out_order_no: order.out_order_no.clone(),
//!     appid: appid.into(),
//!     service_id: service_id.into(),
//!     post_payments: vec![PostItem::new().name("Rent").amount(Fen::new(300)).description("An hour")],
//!     total_amount: Fen::new(300),
//! })
//! .time_range(TimeRange::new().end_time("20260101121010"));
//! assert_eq!(client.send(&done).await?.state_description, Some(StateDescription::MchComplete));
//! # Ok(())
//! # }
//! ```
//!
//! | `state` | `state_description` | meaning |
//! |---|---|---|
//! | `CREATED` | | waits for the user's confirmation |
//! | `DOING` | `USER_CONFIRM` | the service is in use |
//! | `DOING` | `MCH_COMPLETE` | the amount is being collected: `collection.state` is `USER_PAYING` |
//! | `DONE` | | paid, or nothing to pay |
//! | `REVOKED` | | cancelled |
//! | `EXPIRED` | | not confirmed within 30 days |
//!
//! Repeating a request with the same `out_order_no` and the same parameters is safe; with other parameters it is refused
//! (`INVALID_REQUEST`). [`codes`] lists the other errors.
//!
//! Service providers use [`partner_payscore`](crate::partner_payscore).

#![doc(alias("微信支付分"))]

pub mod codes;

mod apply_bill;
mod apply_permission;
mod assess_user_risk_level;
mod cancel_order;
mod collect_order;
mod complete_order;
mod create_order;
mod create_pay_on_delivery_order;
mod direct_complete_order;
mod messages;
mod modify_order;
mod objects;
mod query_order;
mod query_permission;
mod sync_order;
mod terminate_permission;
mod user_service;

pub use apply_bill::{ApplyBill, ApplyBillRequired, BillEncryption, BillFile, BillFiles, TarType};
pub use apply_permission::{ApplyPermission, ApplyPermissionRequired, ApplyPermissionResponse};
pub use assess_user_risk_level::{
    AssessUserRiskLevel, AssessUserRiskLevelRequired, AssessedGoods, AssessedGoodsRequired, RiskAssessment,
};
pub use cancel_order::{CancelOrder, CancelOrderRequired};
pub use collect_order::{CollectOrder, CollectOrderRequired};
pub use complete_order::{CompleteOrder, CompleteOrderRequired};
pub use create_order::{CreateOrder, CreateOrderRequired};
pub use create_pay_on_delivery_order::{
    CreatePayOnDeliveryOrder, CreatePayOnDeliveryOrderRequired, JumpLink, JumpLinkType, ShoppingInfo,
    ShoppingInfoRequired,
};
pub use direct_complete_order::{DirectCompleteOrder, DirectCompleteOrderRequired};
pub use messages::{SendPendingMessage, SendPendingMessageRequired, SendPrepaidMessage, SendPrepaidMessageRequired};
pub use modify_order::{ModifyOrder, ModifyOrderRequired};
pub use objects::{AuthorizationState, CreatedOrder, Device, Goods, GoodsRequired, OrderReference};
pub use query_order::{QueryOrder, QueryOrderRequired};
pub use query_permission::{
    Permission, QueryPermission, QueryPermissionByOpenid, QueryPermissionByOpenidRequired, QueryPermissionRequired,
};
pub use sync_order::{SyncDetail, SyncDetailRequired, SyncOrder, SyncOrderRequired, SyncType};
pub use terminate_permission::{
    TerminatePermission, TerminatePermissionByOpenid, TerminatePermissionByOpenidRequired, TerminatePermissionRequired,
};
pub use user_service::{
    QueryUserServiceState, QueryUserServiceStateRequired, TerminateUserPermission, TerminateUserPermissionRequired,
    UseServiceState, UserServiceState,
};

pub use crate::notify::{
    AgreedRiskFund, Collection, CollectionDetail, CollectionState, Location, PaidType, PostItem, RiskFund,
    RiskFundName, RiskFundRequired, ServiceOrder, ServiceOrderState, StateDescription, TimeRange,
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
    Shipped::of::<QueryPermission>(),
    Shipped::of::<QueryPermissionByOpenid>(),
    Shipped::of::<TerminatePermission>(),
    Shipped::of::<TerminatePermissionByOpenid>(),
    Shipped::of::<AssessUserRiskLevel>(),
    Shipped::of::<QueryUserServiceState>(),
    Shipped::of::<TerminateUserPermission>(),
    Shipped::of::<ApplyBill>(),
];
