//! Users' complaints (消费者投诉2.0): the merchant reads them, answers, refunds, and declares them done.
//!
//! ```
//! use wxpay::complaint::{ListComplaints, ListComplaintsRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
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
//! [`CreateCallback`] says where WeChat Pay reports complaints; [`Complaint`](crate::notify::Complaint) then brings the
//! number of a complaint that is new or has news. Notifications get lost: ask for the list ([`ListComplaints`]) as well.
//! [`QueryComplaint`] tells what it is about, [`ListNegotiations`] what was said since, by whom.
//!
//! - [`picture`] downloads what the user has shown, by its URL, and [`FetchPicture`] by its ID.
//! - [`RespondToComplaint`] answers the user; a complaint with
//!   [`need_immediate_service`](Complaint::need_immediate_service) is answered by [`RespondImmediately`], whose messages
//!   have buttons and links. Pictures in either are uploaded first ([`UploadImage`]).
//! - Who asks for a refund ([`apply_refund_amount`](Complaint::apply_refund_amount)) is told yes or no by
//!   [`UpdateRefundProgress`]. A yes moves no money: the refund is a request of its own.
//! - [`CompleteComplaint`] declares the complaint done.
//!
//! What begins with `V1` was withdrawn by WeChat Pay in favour of the rest.
//!
//! [`Complaint::payer_phone`] comes encrypted to the merchant's certificate, and is readable in what
//! [`Client::send`](crate::client::Client::send) returns.

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
#[allow(deprecated, reason = "WeChat Pay still lists what it withdrew")]
pub use v1::{
    V1Complaint, V1ComplaintState, V1Complaints, V1Feedback, V1FeedbackRequired, V1ListComplaints,
    V1ListComplaintsRequired, V1ListNegotiations, V1ListNegotiationsRequired, V1Negotiation, V1Negotiations,
    V1OperateType, V1QueryComplaint, V1QueryComplaintRequired,
};

use crate::Shipped;

#[allow(deprecated, reason = "WeChat Pay still lists what it withdrew")]
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
