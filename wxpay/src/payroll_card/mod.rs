//! Payroll cards (用工卡, 微工卡): a service provider's sub-merchants check the identity of their workers and pay them.
//!
//! ```
//! use wxpay::payroll_card::{CreateToken, CreateTokenRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = CreateToken::new(CreateTokenRequired {
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     sub_mchid: "1900000109".into(),
//!     user_name: "王小明".into(),
//!     id_card_number: "11010519491231002X".into(),
//! })
//! .appid("wxd678efh567hg6787");
//! let token = client.send(&request).await?.token;
//! # Ok(())
//! # }
//! ```
//!
//! A worker first shares the name and the identity card with a sub-merchant: the front end opens the card's mini program with the
//! token of a [`CreateToken`], and [`QueryRelation`] returns the worker's decision. When a worker signs in at work, is insured or
//! signs a contract, an identity check by face follows (核身): the front end continues with the token of a [`CreatePreOrder`], and
//! [`QueryAuthentication`] returns the result. [`CreatePreOrderWithAuth`] does both at once.
//!
//! Wages are paid in batches: [`CreateTransferBatch`], with an `out_batch_no` that makes repeating safe. A batch is queried with
//! the service provider's batch transfers (批量转账), `/v3/partner-transfer/batches`, which are in the module
//! `partner_transfer_batch`.
//!
//! A service provider makes all these calls: it signs the requests, and `sub_mchid` is its sub-merchant.

#![doc(alias("用工卡", "微工卡"))]

pub mod codes;

mod authentication;
mod pre_order;
mod relation;
mod token;
mod transfer;

pub use authentication::{
    AuthenticateScene, AuthenticateState, AuthenticateType, Authentication, Authentications, ListAuthentications,
    ListAuthenticationsRequired, QueryAuthentication, QueryAuthenticationRequired,
};
pub use pre_order::{
    CreatePreOrder, CreatePreOrderRequired, CreatePreOrderWithAuth, CreatePreOrderWithAuthRequired, PreOrder,
};
pub use relation::{AuthorizeState, QueryRelation, QueryRelationRequired, RegisterState, Relation};
pub use token::{CreateToken, CreateTokenRequired, EmploymentType, Token};
pub use transfer::{
    AuthorizationType, BusinessType, CreateTransferBatch, CreateTransferBatchRequired, EmploymentScene, TransferBatch,
    TransferDetail, TransferDetailRequired,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateToken>(),
    Shipped::of::<QueryRelation>(),
    Shipped::of::<CreatePreOrder>(),
    Shipped::of::<CreatePreOrderWithAuth>(),
    Shipped::of::<QueryAuthentication>(),
    Shipped::of::<ListAuthentications>(),
    Shipped::of::<CreateTransferBatch>(),
];
