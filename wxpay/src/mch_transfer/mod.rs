//! Transfers to users (商家转账).
//!
//! ```
//! use wxpay::mch_transfer::{CreateTransfer, CreateTransferRequired, SceneReport, SceneReportRequired, TransferState};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let report = |info_type: &str, info_content: &str| {
//!     SceneReport::new(SceneReportRequired { info_type: info_type.into(), info_content: info_content.into() })
//! };
//! let transfer = CreateTransfer::new(CreateTransferRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     out_bill_no: "20260101000001".into(),
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//!     transfer_amount: Fen::new(200),
//!     transfer_remark: "A prize".into(),
//!     transfer_scene_id: "1000".into(),
//!     transfer_scene_report_infos: vec![report("活动名称", "新年抽奖"), report("奖励说明", "二等奖")],
//! });
//! let ordered = client.send(&transfer).await?;
//! assert_eq!(ordered.state, TransferState::WaitUserConfirm);
//! # Ok(())
//! # }
//! ```
//!
//! A transfer is created, and the user has to accept it: the front end asks the user with the answer's `package_info`
//! ([`Client::transfer_confirmation`](crate::client::Client::transfer_confirmation)). Instead, users can authorize all later
//! transfers (免确认收款授权), which then need no confirmation.
//!
//! `out_bill_no` identifies a transfer: the same number with the same parameters is the same transfer. WeChat Pay sends a
//! notification of the final state ([`notify::TransferBill`](crate::notify::TransferBill)); [`QueryTransferByNumber`] returns the
//! state at any time. Query a transfer before you create it again under another number, whatever the error was.

#![doc(alias("商家转账"))]

mod authorization;
mod bill;
mod cancel;
mod create;
mod objects;
mod query;
mod receipt;
mod settle;
mod unasked;

pub use authorization::{
    AuthorizationScene, CloseAuthorization, CloseAuthorizationRequired, CreateAuthorization,
    CreateAuthorizationRequired, DeviceType, QueryAuthorization, QueryAuthorizationRequired, RequestedAuthorization,
};
pub use bill::TransferBill;
pub use cancel::{CancelTransfer, CancelTransferRequired, CancelledTransfer};
pub use create::{
    CreateTransfer, CreateTransferRequired, CreatedTransfer, ReceiveStyle, ReceiveStyleRequired, ReceiveStyleType,
};
pub use objects::{SceneReport, SceneReportRequired};
pub use query::{QueryTransfer, QueryTransferByNumber, QueryTransferByNumberRequired, QueryTransferRequired};
pub use receipt::{
    ApplyReceipt, ApplyReceiptByNumber, ApplyReceiptByNumberRequired, ApplyReceiptRequired, QueryReceipt,
    QueryReceiptByNumber, QueryReceiptByNumberRequired, QueryReceiptRequired, Receipt, ReceiptHashType, ReceiptState,
    RequestedReceipt,
};
pub use unasked::{
    AuthorizationInfo, AuthorizationInfoRequired, CreateTransferWithAuthorization,
    CreateTransferWithAuthorizationRequired, TransferByAuthorization, TransferByAuthorizationRequired,
    TransferWithAuthorization,
};

pub use crate::notify::{
    Authorization, AuthorizationCloseReason, AuthorizationClosing, AuthorizationState, TransferState,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<CreateTransfer>(),
    Shipped::of::<QueryTransfer>(),
    Shipped::of::<QueryTransferByNumber>(),
    Shipped::of::<CancelTransfer>(),
    Shipped::of::<CreateTransferWithAuthorization>(),
    Shipped::of::<TransferByAuthorization>(),
    Shipped::of::<CreateAuthorization>(),
    Shipped::of::<QueryAuthorization>(),
    Shipped::of::<CloseAuthorization>(),
    Shipped::of::<ApplyReceipt>(),
    Shipped::of::<ApplyReceiptByNumber>(),
    Shipped::of::<QueryReceipt>(),
    Shipped::of::<QueryReceiptByNumber>(),
];
