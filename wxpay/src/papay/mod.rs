//! Automatic debit (委托代扣): the user signs a contract once, and the merchant collects under it without the user.
//!
//! ```
//! use wxpay::papay::{AppPresign, AppPresignRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = AppPresign::new(AppPresignRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     plan_id: 12535,
//!     out_contract_code: "20260101000001".into(),
//!     contract_display_account: "wx_123456".into(),
//!     contract_notify_url: "https://shop.example.com/wechat/notify".into(),
//! });
//! let presigned = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A contract follows a template (委托代扣模板), which WeChat Pay assigns to the merchant and `plan_id` names. It is prepared for
//! an app ([`AppPresign`]), a browser ([`H5Presign`]), a page inside WeChat ([`JsapiPresign`]) or a mini program
//! ([`MiniProgramPresign`]); [`Presign`] prepares it for an app with information about the device, or for a QR code. The user
//! signs on WeChat's page. The notification has the contract ([`PapayContract`]), and [`QueryContract`] returns it too.
//!
//! Then, in each period:
//!
//! 1. The debit is announced: with [`ScheduleDebit`] if the template has scheduled debits (预约扣费), with [`NotifyDebit`] for
//!    other templates. The user has time to refuse; the debit cannot exceed the announced amount.
//! 2. [`ApplyDebit`] collects. Its answer only accepts the request: WeChat Pay sends a notification of the result.
//! 3. If the debit failed, [`NotifyRetry`] asks the user to provide money, and [`ApplyDebit`] is sent again until it succeeds or
//!    the duration of the debit is over.
//!
//! Either side may terminate the contract; the merchant does so with [`TerminateContract`].
//!
//! HarmonyOS has its own endpoints: [`QueryHarmonyContract`] and [`ApplyHarmonyDebit`].

#![doc(alias("委托代扣"))]

mod app_presign;
mod apply_debit;
mod apply_harmony_debit;
mod contract;
mod h5_presign;
mod jsapi_presign;
mod mini_program_presign;
mod notify_debit;
mod objects;
mod presign;
mod schedule;
mod settle;

pub use app_presign::{AppPresign, AppPresignRequired, AppPresignResponse};
pub use apply_debit::{ApplyDebit, ApplyDebitRequired, ApplyDebitResponse};
pub use apply_harmony_debit::{ApplyHarmonyDebit, ApplyHarmonyDebitRequired};
pub use contract::{
    QueryContract, QueryContractRequired, QueryHarmonyContract, QueryHarmonyContractRequired, TerminateContract,
    TerminateContractRequired,
};
pub use h5_presign::{H5Presign, H5PresignRequired, JumpControl};
pub use jsapi_presign::{JsapiPresign, JsapiPresignRequired};
pub use mini_program_presign::{MiniProgramPresign, MiniProgramPresignRequired, MiniProgramPresignResponse};
pub use notify_debit::{
    DeductDuration, DeductDurationRequired, DurationUnit, EstimatedAmount, EstimatedAmountRequired, NotifyDebit,
    NotifyDebitRequired, NotifyRetry, NotifyRetryRequired,
};
pub use objects::{Amount, AmountRequired, EstimatedDebit, EstimatedDebitRequired, RedirectResponse};
pub use presign::{
    DaysSinceFirstLogin, DeviceInfo, DeviceInfoRequired, DeviceType, Presign, PresignRequired, PresignResponse,
    SignScene,
};
pub use schedule::{QuerySchedule, QueryScheduleRequired, Schedule, ScheduleDebit, ScheduleDebitRequired};

pub use crate::notify::{
    DeductAmount, DeductSchedule, PapayContract, PapayContractState, PapayTermination, PapayTerminationMode,
    ScheduleState,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<AppPresign>(),
    Shipped::of::<H5Presign>(),
    Shipped::of::<JsapiPresign>(),
    Shipped::of::<MiniProgramPresign>(),
    Shipped::of::<Presign>(),
    Shipped::of::<QueryContract>(),
    Shipped::of::<QueryHarmonyContract>(),
    Shipped::of::<TerminateContract>(),
    Shipped::of::<ScheduleDebit>(),
    Shipped::of::<QuerySchedule>(),
    Shipped::of::<NotifyDebit>(),
    Shipped::of::<NotifyRetry>(),
    Shipped::of::<ApplyDebit>(),
    Shipped::of::<ApplyHarmonyDebit>(),
];
