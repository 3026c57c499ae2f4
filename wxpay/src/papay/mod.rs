//! Automatic debit (委托代扣): the user signs a contract once, the merchant collects by it without the user.
//!
//! ```
//! use wxpay::papay::{AppPresign, AppPresignRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
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
//! A contract follows a template (委托代扣模板) that WeChat Pay gives the merchant; `plan_id` names it. It is pre-signed in
//! an app ([`AppPresign`]), a browser ([`H5Presign`]), inside WeChat ([`JsapiPresign`]) or a mini program
//! ([`MiniProgramPresign`]); with [`Presign`] in an app that tells about its device, or by a code on a screen. The user
//! signs on WeChat's page. [`PapayContract`] comes as the notification, and [`QueryContract`] answers it.
//!
//! Then, period by period:
//!
//! 1. The debit is announced: [`ScheduleDebit`] by a template with appointments (预约扣费), else [`NotifyDebit`]. The user
//!    has time to refuse; not more than what was announced can be collected.
//! 2. [`ApplyDebit`] collects. Its answer only says that the order was accepted: the outcome is notified.
//! 3. If it failed, [`NotifyRetry`] asks the user to see to the money, and [`ApplyDebit`] is sent again, until it succeeds
//!    or the days for it are over.
//!
//! Either side may end the contract, the merchant by [`TerminateContract`].
//!
//! HarmonyOS has endpoints of its own: [`QueryHarmonyContract`] and [`ApplyHarmonyDebit`].

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
