//! Cash coupons (代金券): they reduce the amount that the user pays, and WeChat Pay redeems them by itself for suitable orders.
//!
//! ```
//! use wxpay::favor::{SendCoupon, SendCouponRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = SendCoupon::new(SendCouponRequired {
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     stock_id: "9856000".into(),
//!     out_request_no: "20260101000001".into(),
//!     appid: "wxd678efh567hg6787".into(),
//!     stock_creator_mchid: client.merchant().id().into(),
//! });
//! let coupon_id = client.send(&request).await?.coupon_id;
//! # Ok(())
//! # }
//! ```
//!
//! [`CreateStock`] creates a batch (批次) and [`StartStock`] activates it, which locks a prepaid budget; [`SendCoupon`] gives a
//! coupon of the batch to a user. The user pays an ordinary order, whose `goods_tag` and `detail` decide if the coupon applies;
//! the payment lists it as a promotion. When a coupon is used, WeChat Pay sends a notification
//! ([`FavorCoupon`](crate::notify::FavorCoupon)) to the URL of [`SetCallback`]; [`QueryCoupon`] returns the same.
//!
//! Coupons that a merchant redeems in its own system are in [`busifavor`](crate::busifavor).

#![doc(alias("代金券"))]

pub mod codes;

mod callback;
mod create_stock;
mod flow;
mod query_coupon;
mod query_stock;
mod scope;
mod send_coupon;
mod stock_state;
mod use_rule;

pub use callback::{
    Callback, QueryCallback, QueryCallbackRequired, SetCallback, SetCallbackRequired, SetCallbackResponse,
};
pub use create_stock::{
    BackgroundColor, CreateStock, CreateStockRequired, CreateStockResponse, JumpTarget, PatternInfo, StockUseRule,
    StockUseRuleRequired,
};
pub use flow::{DownloadRefundFlow, DownloadRefundFlowRequired, DownloadUseFlow, DownloadUseFlowRequired, FlowFile};
pub use query_coupon::{
    Coupon, CouponFilterStatus, Coupons, ListCoupons, ListCouponsRequired, QueryCoupon, QueryCouponRequired,
};
pub use query_stock::{
    AvailableRegion, BusinessType, CutTo, ListStocks, ListStocksRequired, QueryStock, QueryStockRequired, Stock,
    StockRule, StockStatus, StockType, Stocks,
};
pub use scope::{AvailableIds, ListItems, ListItemsRequired, ListMerchants, ListMerchantsRequired};
pub use send_coupon::{SendCoupon, SendCouponRequired, SendCouponResponse};
pub use stock_state::{
    PauseStock, PauseStockRequired, PauseStockResponse, RestartStock, RestartStockRequired, RestartStockResponse,
    StartStock, StartStockRequired, StartStockResponse, StopStock, StopStockRequired, StopStockResponse,
};
pub use use_rule::{
    CardLimit, CouponAvailableTime, CouponUseRule, DiscountCoupon, ExchangeCoupon, FixedAvailableTime,
    FixedNormalCoupon, FixedNormalCouponRequired, TradeType,
};

use crate::Shipped;
#[doc(no_inline)]
pub use crate::notify::{ConsumeInformation, FavorCouponStatus, FavorCouponType, NormalCoupon};

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateStock>(),
    Shipped::of::<StartStock>(),
    Shipped::of::<PauseStock>(),
    Shipped::of::<RestartStock>(),
    Shipped::of::<StopStock>(),
    Shipped::of::<ListStocks>(),
    Shipped::of::<QueryStock>(),
    Shipped::of::<ListItems>(),
    Shipped::of::<ListMerchants>(),
    Shipped::of::<DownloadUseFlow>(),
    Shipped::of::<DownloadRefundFlow>(),
    Shipped::of::<SendCoupon>(),
    Shipped::of::<QueryCoupon>(),
    Shipped::of::<ListCoupons>(),
    Shipped::of::<SetCallback>(),
    Shipped::of::<QueryCallback>(),
];
