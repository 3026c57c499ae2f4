//! WeChat Pay (微信支付) APIv3 in Rust. Not an official product of WeChat Pay.
//!
//! Call a shipped endpoint, or add an endpoint with a single declaration. In both cases, the requirements of APIv3 are derived
//! from the declaration: validation, signing, encryption of sensitive members, and verification of the answer.
//!
//! ```no_run
//! use wxpay::pay::{AppPrepay, AppPrepayRequired};
//! use wxpay::prelude::*;
//!
//! # async fn order() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder()
//!     .mchid("1900000001")
//!     .merchant_serial("5157F09EFDC096DE15EBE81A47057A7232F1B8E1")
//!     .private_key_file("apiclient_key.pem")
//!     .platform_public_key_file("PUB_KEY_ID_0119000000012024010100000000000001", "pub_key.pem")
//!     .build()?;
//!
//! let order = AppPrepay::new(AppPrepayRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     mchid: client.merchant().id().into(),
//!     description: "A teapot".into(),
//!     out_trade_no: "20260101000001".into(),
//!     notify_url: "https://shop.example.com/wechat/notify".into(),
//!     amount: Fen::new(100).into(),
//! });
//! let prepay = client.send(&order).await?;
//! let for_the_phone = client.app_payment(&order.appid, &prepay.prepay_id).await?;
//! # Ok(())
//! # }
//! ```
//!
//! - The [guide]: from the keys to going live.
//! - [`client`]: the configuration, and the four ways to call; the feature `blocking` has the same without async.
//! - The shipped endpoints: a module for each product, compiled if its group is on; [`products`] and [`catalogue`] list them.
//!   Products share names (`Amount`, `CreateRefund`): to use two of them together, write `refund::Amount`.
//! - [`notification`]: receiving WeChat Pay's notifications; [`notify`]: their content, typed, and the comparison of a payment
//!   with its order.
//! - [`error`]: the reason of a failed call, and its meaning for the money.
//! - [`prelude`]: the names for your own declarations; [`macro@prelude::wxpay_endpoint`] explains them.

#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as wxpay;

#[cfg(feature = "onboarding")]
pub mod applyment;
#[cfg(feature = "marketing")]
pub mod bank_packages;
#[cfg(feature = "payments")]
pub mod bill;
#[cfg(feature = "profit-sharing")]
pub mod brand_profit_sharing;
#[cfg(feature = "marketing")]
pub mod busifavor;
#[cfg(feature = "common")]
pub mod certificates;
#[cfg(feature = "payments")]
pub mod combine_pay;
#[cfg(feature = "risk")]
pub mod complaint;
#[cfg(feature = "deduction")]
pub mod credit_repayment;
#[cfg(feature = "ecommerce-platform")]
pub mod ecommerce_account_cancel;
#[cfg(feature = "profit-sharing")]
pub mod ecommerce_profit_sharing;
#[cfg(feature = "ecommerce-platform")]
pub mod ecommerce_refund;
#[cfg(feature = "ecommerce-platform")]
pub mod ecommerce_subsidy;
#[cfg(feature = "operation")]
pub mod fapiao;
#[cfg(feature = "marketing")]
pub mod favor;
#[cfg(feature = "cross-border")]
pub mod global_complaint;
#[cfg(feature = "cross-border")]
pub mod global_profit_sharing;
#[cfg(feature = "operation")]
pub mod gold_plan;
#[cfg(feature = "ecommerce-platform")]
pub mod individual_contracts;
#[cfg(feature = "industry")]
pub mod lovefeast;
#[cfg(feature = "risk")]
pub mod mch_manage;
#[cfg(feature = "risk")]
pub mod mch_operation;
#[cfg(feature = "transfer")]
pub mod mch_transfer;
#[cfg(feature = "common")]
pub mod media;
#[cfg(feature = "deduction")]
pub mod papay;
#[cfg(feature = "deduction")]
pub mod parking;
#[cfg(feature = "payments")]
pub mod partner_pay;
#[cfg(feature = "pay-score")]
pub mod partner_payscore;
#[cfg(feature = "transfer")]
pub mod partner_transfer_batch;
#[cfg(feature = "payments")]
pub mod pay;
#[cfg(feature = "marketing")]
pub mod pay_gift_activity;
#[cfg(feature = "operation")]
pub mod payroll_card;
#[cfg(feature = "pay-score")]
pub mod payscore;
#[cfg(feature = "marketing")]
pub mod product_coupon;
#[cfg(feature = "profit-sharing")]
pub mod profit_sharing;
#[cfg(feature = "payments")]
pub mod refund;
#[cfg(feature = "marketing")]
pub mod retail_store;
#[cfg(feature = "deduction")]
pub mod scan_and_ride;
#[cfg(feature = "common")]
pub mod security;
#[cfg(feature = "marketing")]
pub mod shopping_receipt;
#[cfg(feature = "operation")]
pub mod taxi_invoice;
#[cfg(feature = "transfer")]
pub mod transfer_batch;

#[cfg(feature = "doctor")]
pub mod doctor;
#[cfg(any(doc, doctest))]
pub mod guide;
pub mod later;
#[cfg(feature = "metrics")]
pub mod metrics;
pub mod notify;
pub mod prelude;

mod catalogue;
mod codes;
#[cfg(feature = "server")]
mod find;
#[cfg_attr(not(feature = "all"), allow(dead_code, reason = "each product needs some of it"))]
mod together;

pub use catalogue::{Product, Shipped, catalogue, products};
#[cfg(feature = "server")]
pub use find::find;
#[cfg(feature = "blocking")]
pub use wxpay_core::blocking;
#[cfg(feature = "server")]
pub use wxpay_core::server;
pub use wxpay_core::{
    DecodeError, Encoded, Fault, FaultKind, client, crypto, download, encoded, endpoint, envelope, error, finding,
    from_json, keys, notification, number, pages, payload, payment, read_json, settle, sign, text, transport, validate,
    value, verify,
};

pub use wxpay_core::client::Client;
pub use wxpay_core::error::Error;
pub use wxpay_core::value::Fen;

/// The README's snippet, as a test. Those of the repository are tests of `wxpay-tests`.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// Names for generated code. Not part of the public interface.
#[doc(hidden)]
pub mod __private {
    pub use core::option::Option::{self, None, Some};
    pub use core::result::Result::{self, Err, Ok};

    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
    pub use wxpay_core::download::Bytes;
    pub use wxpay_core::endpoint::{
        End, Endpoint, FileEndpoint, HostRole, Method, Operation, Paged, Paging, Turn, answer, has_list, has_next,
        has_total, is_answer, is_business_number,
    };
    pub use wxpay_core::payload::derive::{
        Declared, Given, Member, OneOf, Opaque, OptionalMember, Other, Request, Struct, Structure, UNBOUNDED,
        beside_a_file, check_list, choice_from_str, debug_choice, deserialize, deserialize_choice, fields,
        number_choice, number_from_str, number_of, one_file, required, serialize, set, value,
    };
    pub use wxpay_core::payload::{
        Check, Choice, DefaultValue, Field, IntoMember, Message, Node, Pattern, Payload, Rule, Slot, Table, Together,
        Unit,
    };
    pub use wxpay_core::validate::Violation;
    pub use wxpay_macros::Wxpay;
}
