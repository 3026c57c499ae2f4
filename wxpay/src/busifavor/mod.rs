//! A merchant's own coupons (商家券): WeChat stores and shows them, the merchant redeems them in its own system.
//!
//! ```
//! use wxpay::busifavor::{UseCoupon, UseCouponRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = UseCoupon::new(UseCouponRequired {
//!     coupon_code: "sxxe34343434".into(),
//!     appid: "wxd678efh567hg6787".into(),
//!     use_time: DateTime::now(),
//!     use_request_no: "20260101000001".into(),
//! }).stock_id("100088");
//! let used = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`CreateStock`] creates a batch (批次) and chooses the source of the coupon codes. With
//! [`MerchantUpload`](CouponCodeMode::MerchantUpload) the codes are stored first ([`UploadCodes`]). Users get coupons through
//! WeChat's channels, a link or a mini program ([`Client::coupon_link`](crate::client::Client::coupon_link)), or
//! [`SendCoupon`]. When a user receives a coupon, WeChat Pay sends a notification
//! ([`BusifavorCoupon`](crate::notify::BusifavorCoupon)) to the URL of [`SetCallback`]. When a user shows a coupon, the
//! merchant queries it ([`QueryCoupon`]), deducts the discount from the price by itself and redeems the coupon ([`UseCoupon`]);
//! after a refund it may return the coupon ([`ReturnCoupon`]).
//!
//! Only subsidies (营销补差) transfer money: [`PaySubsidy`] lets one merchant bear another merchant's discount, coupon by coupon,
//! and [`ReturnSubsidy`] returns the money after a refund.
//!
//! [`SendCard`] sends consumption cards (消费卡), which local governments give out.
//!
//! Coupons that WeChat Pay itself redeems are in [`favor`](crate::favor).

#![doc(alias("商家券"))]

pub mod codes;

mod associate_order;
mod budget;
mod callback;
mod code;
mod create_stock;
mod display;
mod query_coupon;
mod query_stock;
mod rule;
mod send_card;
mod send_coupon;
mod subsidy_payment;
mod subsidy_return;
mod update_stock;
mod upload_codes;
mod use_coupon;
mod week_day;

pub use associate_order::{
    AssociateOrder, AssociateOrderRequired, AssociateOrderResponse, DisassociateOrder, DisassociateOrderRequired,
    DisassociateOrderResponse,
};
pub use budget::{UpdateBudget, UpdateBudgetRequired, UpdateBudgetResponse};
pub use callback::{Callback, QueryCallback, SetCallback, SetCallbackRequired, SetCallbackResponse};
pub use code::{
    CodeDetail, CodeStatus, Codes, DeleteCode, DeleteCodeRequired, DeleteCodeResponse, ListCodes, ListCodesRequired,
    QueryCode, QueryCodeRequired, StoredCode,
};
pub use create_stock::{
    CouponAvailableTime, CouponAvailableTimeRequired, CouponCodeMode, CouponUseRule, CouponUseRuleRequired,
    CreateStock, CreateStockRequired, CreateStockResponse,
};
pub use display::{CodeDisplayMode, CustomEntrance, DisplayPatternInfo, FinderInfo, MiniProgramsInfo, NotifyConfig};
pub use query_coupon::{
    Coupon, CouponState, Coupons, ListCoupons, ListCouponsRequired, QueryCoupon, QueryCouponRequired,
};
pub use query_stock::{CouponCodeCount, QueryStock, QueryStockRequired, SendCount, Stock, StockState};
pub use rule::{
    AvailableDayTime, AvailableDays, AvailableTime, AvailableWeek, DiscountCoupon, ExchangeCoupon, FixedNormalCoupon,
    IrregularAvailableTime, StockSendRule, StockSendRuleRequired, StockType, UseMethod, UseRule,
};
pub use send_card::{SendCard, SendCardRequired, SendCardResponse};
pub use send_coupon::{SendCoupon, SendCouponRequired, SendCouponResponse, SendCouponResult};
pub use subsidy_payment::{
    ListPayReceipts, ListPayReceiptsRequired, PayReceipt, PayReceiptFailReason, PayReceiptStatus, PayReceipts,
    PaySubsidy, PaySubsidyRequired, QueryPayReceipt, QueryPayReceiptRequired,
};
pub use subsidy_return::{
    QueryReturnReceipt, QueryReturnReceiptRequired, ReturnReceipt, ReturnReceiptFailReason, ReturnReceiptStatus,
    ReturnSubsidy, ReturnSubsidyRequired,
};
pub use update_stock::{SendRuleChange, UpdateStock, UpdateStockRequired, UseRuleChange};
pub use upload_codes::{FailedCode, UploadCodes, UploadCodesRequired, UploadCodesResponse};
pub use use_coupon::{
    DeactivateCoupon, DeactivateCouponRequired, DeactivateCouponResponse, ReturnCoupon, ReturnCouponRequired,
    ReturnCouponResponse, UseCoupon, UseCouponRequired, UseCouponResponse,
};
pub use week_day::WeekDay;

use crate::Shipped;
#[doc(no_inline)]
pub use crate::favor::BackgroundColor;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateStock>(),
    Shipped::of::<QueryStock>(),
    Shipped::of::<UpdateStock>(),
    Shipped::of::<UpdateBudget>(),
    Shipped::of::<UploadCodes>(),
    Shipped::of::<ListCodes>(),
    Shipped::of::<QueryCode>(),
    Shipped::of::<DeleteCode>(),
    Shipped::of::<SendCoupon>(),
    Shipped::of::<QueryCoupon>(),
    Shipped::of::<ListCoupons>(),
    Shipped::of::<UseCoupon>(),
    Shipped::of::<ReturnCoupon>(),
    Shipped::of::<DeactivateCoupon>(),
    Shipped::of::<AssociateOrder>(),
    Shipped::of::<DisassociateOrder>(),
    Shipped::of::<PaySubsidy>(),
    Shipped::of::<QueryPayReceipt>(),
    Shipped::of::<ListPayReceipts>(),
    Shipped::of::<ReturnSubsidy>(),
    Shipped::of::<QueryReturnReceipt>(),
    Shipped::of::<SendCard>(),
    Shipped::of::<SetCallback>(),
    Shipped::of::<QueryCallback>(),
];
