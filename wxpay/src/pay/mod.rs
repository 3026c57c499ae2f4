//! Basic payment (基础支付): orders and their life.
//!
//! ```
//! use wxpay::pay::{NativePrepay, NativePrepayRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let order = NativePrepay::new(NativePrepayRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     mchid: client.merchant().id().into(),
//!     description: "A teapot".into(),
//!     out_trade_no: "20260101000001".into(),
//!     notify_url: "https://shop.example.com/wechat/notify".into(),
//!     amount: Fen::new(100).into(),
//! });
//! let code_url = client.send(&order).await?.code_url;
//! # Ok(())
//! # }
//! ```
//!
//! An order is created in one of five ways, its parameters are signed for the front end
//! ([`payment`](crate::payment)), the user pays, WeChat Pay notifies. What the front end says is never
//! proof: ask for the order, and compare it with yours ([`Order::check`]).
//!
//! | where the user pays | order | then |
//! |---|---|---|
//! | in a mobile app | [`AppPrepay`] | the app opens WeChat with `prepay_id`, 2 hours |
//! | on a page inside WeChat, in a mini program | [`JsapiPrepay`] | the page asks with `prepay_id`, 2 hours |
//! | in the phone's browser | [`H5Prepay`] | the browser follows `h5_url`, 5 minutes |
//! | in front of a screen | [`NativePrepay`] | the user scans `code_url`, 2 hours |
//! | at a till | [`CodePay`] | nothing: the till has scanned the user |
//!
//! An order is [`NotPay`](TradeState::NotPay) until it is [`Success`](TradeState::Success) or
//! [`Closed`](TradeState::Closed), and [`Refund`](TradeState::Refund) once a refund was asked for, even of a part.

#![doc(alias("基础支付"))]

pub mod codes;

mod app;
mod check;
mod close;
mod code;
mod h5;
mod jsapi;
mod native;
mod objects;
mod prepay;
mod query;
mod settle;

pub use app::{AppPrepay, AppPrepayRequired, AppPrepayResponse};
pub use close::{CloseOrder, CloseOrderRequired, ReverseOrder, ReverseOrderRequired, ReversedOrder};
pub use code::{
    CodeDetail, CodeDetailRequired, CodeGoodsDetail, CodeGoodsDetailRequired, CodePay, CodePayRequired, CodePayer,
    CodePayerRequired, CodeSceneInfo, CodeSceneInfoRequired, CodeStoreInfo,
};
pub use h5::{H5Info, H5InfoRequired, H5Prepay, H5PrepayRequired, H5PrepayResponse, H5SceneInfo, H5SceneInfoRequired};
pub use jsapi::{JsapiPayer, JsapiPayerRequired, JsapiPrepay, JsapiPrepayRequired, JsapiPrepayResponse};
pub use native::{NativePrepay, NativePrepayRequired, NativePrepayResponse};
pub use objects::{
    Amount, AmountRequired, Detail, GoodsDetail, GoodsDetailRequired, LimitPay, NamedPayer, PayerIdentity,
    PayerIdentityRequired, PayerIdentityType, SceneInfo, SettleInfo, StoreInfo, SubsidyDetail, SubsidyDetailRequired,
    SubsidyInfo, SubsidyInfoRequired, SubsidyPeriodType, SubsidyPlan, SubsidyPlanRequired,
};
pub use query::{Order, QueryOrder, QueryOrderByNumber, QueryOrderByNumberRequired, QueryOrderRequired};

pub use crate::notify::{
    ExchangeRate, InstallmentInfo, PaidAmount, Payer, Promotion, PromotionGoods, PromotionScope, PromotionType,
    TradeState, TradeType,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<AppPrepay>(),
    Shipped::of::<JsapiPrepay>(),
    Shipped::of::<H5Prepay>(),
    Shipped::of::<NativePrepay>(),
    Shipped::of::<CodePay>(),
    Shipped::of::<QueryOrder>(),
    Shipped::of::<QueryOrderByNumber>(),
    Shipped::of::<CloseOrder>(),
    Shipped::of::<ReverseOrder>(),
];
