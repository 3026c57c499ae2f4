//! Gifts after a payment (支付有礼): users who pay a certain amount get coupons for a later purchase.
//!
//! ```
//! use wxpay::pay_gift_activity::{ListActivities, ListActivitiesRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = ListActivities::new(ListActivitiesRequired { offset: 0, limit: 10 });
//! let activities = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The gifts are a merchant's own coupons: create batches of [`busifavor`](crate::busifavor) first, with a sufficient budget.
//! [`CreateActivity`] sets the coupons, the amount that they require and the merchants whose customers get them. The list of
//! merchants may change while the activity runs ([`AddMerchants`], [`DeleteMerchants`]). [`QueryActivity`] and [`ListActivities`]
//! return the activities' states; [`TerminateActivity`] ends an activity before its time.
//!
//! WeChat Pay is replacing the product (摇一摇有优惠). Since December 2025 it has been closing it to new activities, step by step;
//! running activities continue until they end.

#![doc(alias("支付有礼"))]

pub mod codes;

mod activity;
mod base_info;
mod create;
mod goods;
mod merchants;
mod send_rule;
mod setting;
mod terminate;

pub use activity::{
    Activities, Activity, ActivityStatus, ActivityType, ListActivities, ListActivitiesRequired, QueryActivity,
    QueryActivityRequired,
};
pub use base_info::{
    ActivityBaseInfo, ActivityBaseInfoRequired, AvailableDayTime, AvailablePeriods, AvailableTime, DeliveryPurpose,
};
pub use create::{CreateActivity, CreateActivityRequired, CreateActivityResponse};
pub use goods::{Goods, GoodsItem, ListGoods, ListGoodsRequired};
pub use merchants::{
    AddMerchants, AddMerchantsRequired, AddMerchantsResponse, DeleteMerchants, DeleteMerchantsRequired,
    DeleteMerchantsResponse, InvalidMerchant, ListMerchants, ListMerchantsRequired, Merchant, Merchants,
};
pub use send_rule::{
    Award, AwardSendRule, AwardType, FullSendRule, FullSendRuleRequired, MerchantOption, SendContent, StepSendRule,
};
pub use setting::{
    AdvancedSetting, DeliveryUserCategory, PaymentMethod, PaymentMethodInformation, PaymentMode, PaymentScene,
};
pub use terminate::{TerminateActivity, TerminateActivityRequired, TerminateActivityResponse};

use crate::Shipped;
#[doc(no_inline)]
pub use crate::favor::BackgroundColor;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateActivity>(),
    Shipped::of::<QueryActivity>(),
    Shipped::of::<ListActivities>(),
    Shipped::of::<TerminateActivity>(),
    Shipped::of::<ListMerchants>(),
    Shipped::of::<AddMerchants>(),
    Shipped::of::<DeleteMerchants>(),
    Shipped::of::<ListGoods>(),
];
