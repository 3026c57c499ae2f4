//! Basic payment (基础支付): orders and their life.
//!
//! An order is created, its parameters are signed for the front end ([`Client::app_payment`](crate::client::Client)),
//! the user pays, WeChat Pay notifies. What the front end says is never proof: ask for the order.

pub mod codes;

mod app;

pub use app::{
    Amount, AmountRequired, AppPrepay, AppPrepayRequired, AppPrepayResponse, Detail, GoodsDetail, GoodsDetailRequired,
    SceneInfo, SettleInfo, StoreInfo,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<AppPrepay>("pay")];
