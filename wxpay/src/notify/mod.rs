//! Notifications of WeChat Pay (回调通知): their decrypted resources, typed.
//!
//! [`Event::read`] turns a notification's type and decrypted resource into an [`Event`]. There is no official schema of the
//! resources: the structs follow samples and pages, and a member that can be missing is an `Option`. A type that this crate does
//! not know becomes [`Event::Unknown`] with its JSON; a resource that does not fit its type becomes [`Event::Unread`]. Both are
//! genuine and are not sent again after a success: keep them before you reply with success.
//!
//! Notifications repeat, overtake each other and get lost. Query what matters if no notification comes, handle a repeated
//! notification like the first, and compare a payment with your own records before you deliver: [`Payment::check`].
//!
//! In a server on axum (feature `axum`) a handler takes the notification as its last argument. It sees only notifications that
//! were verified, decrypted and read; the others are replied to before it runs:
//!
//! ```no_run
//! use axum::Router;
//! use axum::http::StatusCode;
//! use axum::routing::post;
//! use wxpay::notification::{Notification, NotificationError};
//! use wxpay::notify::Event;
//! use wxpay::prelude::Client;
//!
//! async fn notified(notification: Notification<Event>) -> StatusCode {
//!     match &notification.resource {
//!         Event::Payment(payment) => println!("{} is paid: compare it with its order", payment.out_trade_no),
//!         _ if keep(&notification).is_err() => return StatusCode::INTERNAL_SERVER_ERROR, // it comes again
//!         _ => {}
//!     }
//!     StatusCode::NO_CONTENT
//! }
//!
//! fn keep(notification: &Notification<Event>) -> Result<(), std::io::Error> {
//!     println!("{}: write it down, for a person to look at", notification.id);
//!     Ok(())
//! }
//!
//! fn app(client: &Client) -> Result<Router, NotificationError> {
//!     Ok(Router::new().route("/wechat/notify", post(notified)).with_state(client.notifications()?))
//! }
//! ```
//!
//! The example `shop` stores, replies to and processes each notification once; the example `actix` shows another server.

#![doc(alias("回调通知"))]

mod addressee;
mod busifavor_coupon;
mod check;
mod combined_payment;
mod complaint;
mod credit_repayment;
mod display_name;
mod ecommerce_contract;
mod education_contract;
mod event;
mod fapiao;
mod favor_coupon;
mod number;
mod papay;
mod papay_ending;
mod parking;
mod pay_score;
mod payment;
mod profit_sharing;
mod promotion;
mod refund;
mod security_echo;
mod transfer;
mod transfer_authorization;
mod typed;

pub use busifavor_coupon::{BusifavorAttachInfo, BusifavorCoupon, BusifavorSendChannel};
#[cfg(feature = "payments")]
pub(crate) use check::{CNY, Differences};
pub use check::{Difference, Ordered, OrderedRequired};
pub use combined_payment::{CombinedPayment, PaidSubOrder, PaidSubOrderAmount};
pub use complaint::{Complaint, ComplaintAction};
pub use credit_repayment::{Repayment, RepaymentContract, RepaymentContractState, RepaymentState, TerminationMode};
pub use display_name::DisplayName;
pub use ecommerce_contract::EcommerceContract;
pub use education_contract::{EducationContract, EducationContractInformation, EducationContractStatus};
pub use event::Event;
pub use fapiao::{Fapiao, FapiaoCardStatus, FapiaoInformation, FapiaoStatus};
pub use favor_coupon::{
    ConsumeInformation, DiscountTo, FavorCoupon, FavorCouponStatus, FavorCouponType, NormalCoupon, SingleItemDiscount,
};
pub use number::{AnyFen, PlanId};
pub use papay::{
    CrossBorderContract, CrossBorderTerminationMode, DeductAmount, DeductSchedule, PapayContract, PapayContractState,
    PapayTermination, PapayTerminationMode, ScheduleState,
};
pub use papay_ending::{PapayEndingInquiry, PapayRetention};
pub use parking::{
    ParkingAmount, ParkingInfo, ParkingInfoRequired, ParkingPayer, ParkingPayment, ParkingScene, ParkingState,
    ParkingStateChange, ParkingStay, ParkingTradeState, PlateColor, YesNo,
};
pub use pay_score::{
    AgreedRiskFund, ApplyState, CancelSignType, Collection, CollectionDetail, CollectionState, Location, PaidType,
    PayScorePermission, PlanDetail, PlanDetailState, PostItem, RiskFund, RiskFundName, RiskFundRequired,
    ServiceAccountApplication, ServiceOrder, ServiceOrderState, SignPlan, SignState, StateDescription, TimeRange,
    UserServiceStatus,
};
pub use payment::{
    ExchangeRate, PaidAmount, PaidScene, PartnerPayer, PartnerPayment, Payer, Payment, TradeState, TradeType,
};
pub use profit_sharing::{ReceiverType, Sharing, SharingReceiver};
pub use promotion::{InstallmentInfo, Promotion, PromotionGoods, PromotionScope, PromotionType};
pub use refund::{Refund, RefundAmount, RefundStatus};
pub use security_echo::SecurityEcho;
pub use transfer::{TransferBatch, TransferBatchStatus, TransferBill, TransferMethod, TransferState};
pub use transfer_authorization::{Authorization, AuthorizationCloseReason, AuthorizationClosing, AuthorizationState};
pub use typed::EVENT_TYPES;
