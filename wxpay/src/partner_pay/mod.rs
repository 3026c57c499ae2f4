//! Basic payment for service providers (基础支付·服务商模式, 收付通·支付): sub-merchants' orders from creation to payment.
//!
//! ```
//! use wxpay::partner_pay::{NativePrepay, NativePrepayRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let order = NativePrepay::new(NativePrepayRequired {
//!     sp_appid: "wxd678efh567hg6787".into(),
//!     sp_mchid: client.merchant().id().into(),
//!     sub_mchid: "1900000109".into(),
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
//! A service provider, or a platform, creates orders for its sub-merchants: it signs with its own key as `sp_mchid`, and
//! `sub_mchid` is paid. The rest works as in [`pay`](crate::pay): an order is created in one of five ways, its parameters are
//! signed for the front end, the user pays, and WeChat Pay notifies ([`PartnerPayment`](crate::notify::PartnerPayment)). A
//! message of the front end is never proof: query the order, and compare it with yours ([`Order::check`]).
//!
//! | place of payment | order | next step |
//! |---|---|---|
//! | mobile app | [`AppPrepay`] | the app opens WeChat with `prepay_id`, valid for 2 hours |
//! | page inside WeChat, mini program | [`JsapiPrepay`] | the page opens the payment with `prepay_id`, valid for 2 hours |
//! | browser on the phone | [`H5Prepay`] | the browser opens `h5_url`, valid for 5 minutes |
//! | screen with a QR code | [`NativePrepay`] | the user scans `code_url`, valid for 2 hours |
//! | till | [`CodePay`] | no further step: the till has scanned the user's code |
//!
//! Refunds also name the `sub_mchid`: [`CreateRefund`](crate::refund::CreateRefund).

#![doc(alias("基础支付", "服务商模式", "收付通", "支付"))]

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

pub use app::{AppPrepay, AppPrepayRequired};
pub use close::{CloseOrder, CloseOrderRequired, ReverseOrder, ReverseOrderRequired, ReversedOrder};
pub use code::{CodePay, CodePayRequired};
pub use h5::{H5Prepay, H5PrepayRequired};
pub use jsapi::{JsapiPayer, JsapiPrepay, JsapiPrepayRequired};
pub use native::{NativePrepay, NativePrepayRequired};
pub use objects::SettleInfo;
pub use query::{Order, QueryOrder, QueryOrderByNumber, QueryOrderByNumberRequired, QueryOrderRequired};

pub use crate::notify::{
    ExchangeRate, InstallmentInfo, PaidAmount, PartnerPayer, Promotion, PromotionGoods, PromotionScope, PromotionType,
    TradeState, TradeType,
};
pub use crate::pay::{
    Amount, AmountRequired, AppPrepayResponse, CodeDetail, CodeDetailRequired, CodeGoodsDetail,
    CodeGoodsDetailRequired, CodePayer, CodePayerRequired, CodeSceneInfo, CodeSceneInfoRequired, CodeStoreInfo, Detail,
    GoodsDetail, GoodsDetailRequired, H5Info, H5InfoRequired, H5PrepayResponse, H5SceneInfo, H5SceneInfoRequired,
    JsapiPrepayResponse, LimitPay, NamedPayer, NativePrepayResponse, PayerIdentity, PayerIdentityRequired,
    PayerIdentityType, SceneInfo, StoreInfo, SubsidyDetail, SubsidyDetailRequired, SubsidyInfo, SubsidyInfoRequired,
    SubsidyPeriodType, SubsidyPlan, SubsidyPlanRequired, codes,
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
