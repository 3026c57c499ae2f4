//! Combined payment (合单支付): the user pays several orders of several merchants at once.
//!
//! ```
//! use wxpay::combine_pay::{
//!     NativePrepay, NativePrepayRequired, SubOrder, SubOrderAmount, SubOrderAmountRequired, SubOrderRequired,
//! };
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let mchid = client.merchant().id();
//! let part = |number: &str| SubOrder::new(SubOrderRequired {
//!     mchid: mchid.into(),
//!     out_trade_no: number.into(),
//!     description: "A teapot".into(),
//!     attach: "shelf 1".into(),
//!     amount: SubOrderAmount::new(SubOrderAmountRequired { total_amount: Fen::new(100), currency: "CNY".into() }),
//! });
//! let whole = NativePrepay::new(NativePrepayRequired {
//!     combine_appid: "wxd678efh567hg6787".into(),
//!     combine_mchid: mchid.into(),
//!     combine_out_trade_no: "20260101000001".into(),
//!     sub_orders: vec![part("20260101000001-1"), part("20260101000001-2")],
//!     notify_url: "https://shop.example.com/wechat/notify".into(),
//! });
//! let code_url = client.send(&whole).await?.code_url;
//! # Ok(())
//! # }
//! ```
//!
//! A merchant combines orders of merchants that are bound to its app ID; a service provider or platform combines orders of its
//! sub-merchants. The combined order has a number, `combine_out_trade_no`, for creating, querying and closing it. Each order in
//! it ([`SubOrder`]) has its own number for refunds and profit sharing.
//!
//! | place of payment | order | next step |
//! |---|---|---|
//! | in a mobile app | [`AppPrepay`] | the app opens WeChat with `prepay_id`, valid for 2 hours |
//! | on a page inside WeChat, in a mini program | [`JsapiPrepay`] | the page starts the payment with `prepay_id`, valid for 2
//! hours |
//! | in the phone's browser | [`H5Prepay`] | the browser opens `h5_url`, valid for 5 minutes |
//! | in front of a screen | [`NativePrepay`] | the user scans `code_url`, valid for 2 hours |
//! | in a mini program, to individuals | [`MiniProgramPrepay`] | the mini program starts the payment with `prepay_id`, valid for
//! 2 hours |
//!
//! WeChat Pay notifies the merchant of the payment ([`CombinedPayment`](crate::notify::CombinedPayment)), and
//! [`QueryOrderByNumber`] returns it too. Compare every order with your own before you deliver anything.

#![doc(alias("合单支付"))]

pub mod codes;

mod app;
mod close;
mod h5;
mod jsapi;
mod mini_program;
mod native;
mod objects;
mod prepay;
mod query;
mod settle;

pub use app::{AppPrepay, AppPrepayRequired, AppPrepayResponse, ContractInfo, ContractInfoRequired, ContractResult};
pub use close::{CloseOrder, CloseOrderRequired, ClosedSubOrder, ClosedSubOrderRequired};
pub use h5::{H5Prepay, H5PrepayRequired, H5SceneInfo, H5SceneInfoRequired};
pub use jsapi::{JsapiPrepay, JsapiPrepayRequired};
pub use mini_program::{
    IndividualPayer, IndividualPayerRequired, IndividualSubOrder, IndividualSubOrderRequired, MiniProgramPrepay,
    MiniProgramPrepayRequired, OrderServiceType,
};
pub use native::{NativePrepay, NativePrepayRequired};
pub use objects::{
    CombinePayer, SceneInfo, SceneInfoRequired, SubOrder, SubOrderAmount, SubOrderAmountRequired, SubOrderRequired,
    TradeScenario,
};
pub use query::{Order, QueryOrder, QueryOrderByNumber, QueryOrderByNumberRequired, QueryOrderRequired};

pub use crate::notify::{
    InstallmentInfo, PaidScene, PaidSubOrder, PaidSubOrderAmount, Payer, Promotion, PromotionGoods, PromotionScope,
    PromotionType, TradeState, TradeType,
};
pub use crate::partner_pay::SettleInfo;
pub use crate::pay::{
    H5Info, H5InfoRequired, H5PrepayResponse, JsapiPrepayResponse, LimitPay, NamedPayer, NativePrepayResponse,
    PayerIdentity, PayerIdentityRequired, PayerIdentityType, SubsidyDetail, SubsidyDetailRequired, SubsidyInfo,
    SubsidyInfoRequired, SubsidyPeriodType, SubsidyPlan, SubsidyPlanRequired,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<AppPrepay>(),
    Shipped::of::<JsapiPrepay>(),
    Shipped::of::<H5Prepay>(),
    Shipped::of::<NativePrepay>(),
    Shipped::of::<MiniProgramPrepay>(),
    Shipped::of::<QueryOrder>(),
    Shipped::of::<QueryOrderByNumber>(),
    Shipped::of::<CloseOrder>(),
];
