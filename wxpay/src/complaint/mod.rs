//! Users' complaints (消费者投诉2.0): the merchant reads and answers them, refunds, and declares them completed.
//!
//! ```
//! use wxpay::complaint::{ListComplaints, ListComplaintsRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = ListComplaints::new(ListComplaintsRequired {
//!     begin_date: Date::parse("2026-01-01")?,
//!     end_date: Date::parse("2026-01-02")?,
//! });
//! let complaints = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! [`CreateCallback`] sets the URL for notifications of complaints; each notification ([`Complaint`](crate::notify::Complaint))
//! has the number of a complaint that is new or has changed. Notifications may get lost, so list the complaints
//! ([`ListComplaints`]) too. [`QueryComplaint`] returns a complaint, and [`ListNegotiations`] its negotiation history.
//!
//! - [`picture`] downloads a user's picture by its URL, [`FetchPicture`] by its ID.
//! - [`RespondToComplaint`] sends an answer to the user. If [`need_immediate_service`](Complaint::need_immediate_service) is
//!   true, [`RespondImmediately`] does so; its messages may have buttons and links. The pictures of both are uploaded first
//!   ([`UploadImage`]).
//! - [`UpdateRefundProgress`] approves or rejects a requested refund ([`apply_refund_amount`](Complaint::apply_refund_amount)).
//!   An approval transfers no money: the refund is a separate request.
//! - [`CompleteComplaint`] declares the complaint completed.
//!
//! The types whose names begin with `V1` belong to endpoints that WeChat Pay has withdrawn.
//!
//! [`Complaint::payer_phone`] is encrypted for the merchant's certificate; [`Client::send`](crate::client::Client::send) opens
//! it.

#![doc(alias("消费者投诉"))]

mod callback;
mod complaints;
mod complete;
mod message;
mod negotiation;
mod picture;
mod refund_progress;
mod respond;
mod respond_immediately;
mod upload_image;
mod v1;

pub use callback::{
    Callback, CreateCallback, CreateCallbackRequired, DeleteCallback, QueryCallback, UpdateCallback,
    UpdateCallbackRequired,
};
pub use complaints::{
    AdditionalInfo, AdditionalInfoType, Complaint, ComplaintMedia, ComplaintOrder, ComplaintState, Complaints,
    ListComplaints, ListComplaintsRequired, MediaType, ProblemType, QueryComplaint, QueryComplaintRequired,
    ReturnAddress, ServiceOrder, ServiceOrderState, SharePowerInfo, UserTag,
};
pub use complete::{CompleteComplaint, CompleteComplaintRequired};
pub use message::{
    Action, ActionType, Block, BlockType, ButtonGroup, ButtonLayout, Faq, FaqList, ImageBlock, ImageStyle, InvalidInfo,
    Link, Message, MessageInfo, MessageInfoRequired, MiniProgramJump, MiniProgramJumpRequired, SenderIdentity,
    TextBlock, TextColor,
};
pub use negotiation::{
    ClickMessage, ListNegotiations, ListNegotiationsRequired, Negotiation, NegotiationMedia, Negotiations, OperateType,
};
pub use picture::{FetchPicture, FetchPictureRequired, picture};
pub use refund_progress::{RefundDecision, UpdateRefundProgress, UpdateRefundProgressRequired};
pub use respond::{MiniProgramPage, MiniProgramPageRequired, RespondToComplaint, RespondToComplaintRequired};
pub use respond_immediately::{RespondImmediately, RespondImmediatelyRequired, RespondImmediatelyResponse};
pub use upload_image::{Image, UploadImage, UploadImageRequired};
#[allow(deprecated, reason = "WeChat Pay still lists the withdrawn endpoints")]
pub use v1::{
    V1Complaint, V1ComplaintState, V1Complaints, V1Feedback, V1FeedbackRequired, V1ListComplaints,
    V1ListComplaintsRequired, V1ListNegotiations, V1ListNegotiationsRequired, V1Negotiation, V1Negotiations,
    V1OperateType, V1QueryComplaint, V1QueryComplaintRequired,
};

use crate::Shipped;

#[allow(deprecated, reason = "WeChat Pay still lists the withdrawn endpoints")]
pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<QueryCallback>(),
    Shipped::of::<CreateCallback>(),
    Shipped::of::<UpdateCallback>(),
    Shipped::of::<DeleteCallback>(),
    Shipped::of::<ListComplaints>(),
    Shipped::of::<QueryComplaint>(),
    Shipped::of::<ListNegotiations>(),
    Shipped::of::<RespondToComplaint>(),
    Shipped::of::<RespondImmediately>(),
    Shipped::of::<UpdateRefundProgress>(),
    Shipped::of::<UploadImage>(),
    Shipped::of_file::<FetchPicture>(),
    Shipped::of::<CompleteComplaint>(),
    Shipped::of::<V1ListComplaints>(),
    Shipped::of::<V1QueryComplaint>(),
    Shipped::of::<V1ListNegotiations>(),
    Shipped::of::<V1Feedback>(),
];
