//! Error codes that mean "later", as data: after a pause, the same request with the same number is worth repeating.
//!
//! ```
//! use wxpay::error::Error;
//! use wxpay::later::{self, Later};
//!
//! fn plan(error: &Error) -> String {
//!     match later::of(error) {
//!         Some(Later::After(pause)) => format!("the same again in {} s", pause.as_secs()),
//!         Some(Later::Perhaps(pause)) => format!("once more in {} s; then a person looks at it", pause.as_secs()),
//!         _ => "correct it, or ask".to_owned(),
//!     }
//! }
//! ```
//!
//! This says nothing about the money: [`Error::outcome`] does.

use std::time::Duration;

use crate::error::{Error, Outcome};

/// Advice on repeating a request unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Later {
    /// Repeat it unchanged after this pause.
    After(Duration),
    /// Repeating it may help. The code also stands for permanent refusals, or somebody has to act first. Repeat the request a few
    /// times with this pause, and then let a person decide. Only the message tells the cases apart, and its words change.
    Perhaps(Duration),
}

/// A code that means "later".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// Request line, with the path as declared; `None` for all requests.
    pub request: Option<&'static str>,
    /// Status of the answer.
    pub status: u16,
    /// Error code.
    pub code: &'static str,
    /// Advice for this code.
    pub later: Later,
    /// Source of the entry. If the source gives no time, the time is this crate's choice.
    pub source: &'static str,
}

/// Returns advice on repeating the request, by the error's code; `None` if the code does not mean "later", or if there is no
/// code. A longer `Retry-After` in the answer extends the pause.
///
/// It is also `None` if the outcome is unknown and the request must not be repeated, because it changes something and has no
/// business number ([`Encoded::is_repeatable`](crate::Encoded::is_repeatable)): it might then happen twice.
#[must_use]
pub fn of(error: &Error) -> Option<Later> {
    let (api, encoded) = (error.api()?, error.encoded()?);
    if error.outcome() != Outcome::Refused && !encoded.is_repeatable() {
        return None;
    }
    let request = Some(format!("{} {}", encoded.method(), encoded.template()));
    let matches = |entry: &&Entry| {
        let of_request = entry.request.is_none_or(|line| request.as_deref() == Some(line));
        of_request && entry.status == api.status().as_u16() && entry.code == api.code().as_str()
    };
    let at_least = |pause: Duration| error.retry_after().map_or(pause, |wanted| wanted.max(pause));
    ENTRIES.iter().find(matches).map(|entry| match entry.later {
        Later::After(pause) => Later::After(at_least(pause)),
        Later::Perhaps(pause) => Later::Perhaps(at_least(pause)),
    })
}

/// The codes that mean "later"; those of single requests come first. Some are [`Later::Perhaps`], because a share in the first
/// minute is refused with the same code as an order that was not created for sharing.
pub const ENTRIES: &[Entry] = &[
    perhaps("POST /v3/profitsharing/orders", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/profitsharing/orders/unfreeze", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/brand/profitsharing/orders", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/brand/profitsharing/finish-order", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/ecommerce/profitsharing/orders", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/ecommerce/profitsharing/finish-order", 400, "INVALID_REQUEST", MINUTE, SHARE_TOO_EARLY),
    perhaps("POST /v3/refund/domestic/refunds", 403, "NOT_ENOUGH", HOUR, DOC_REFUND),
    perhaps("POST /v3/ecommerce/refunds/apply", 403, "NOT_ENOUGH", HOUR, DOC_PLATFORM_REFUND),
    perhaps("POST /v3/ecommerce/subsidies/create", 403, "NOT_ENOUGH", HOUR, DOC_SUBSIDY),
    perhaps("POST /v3/fund-app/mch-transfer/transfer-bills", 403, "NOT_ENOUGH", HOUR, DOC_TRANSFER),
    perhaps("POST /v3/transfer/batches", 403, "NOT_ENOUGH", HOUR, DOC_BATCH),
    perhaps("POST /v3/partner-transfer/batches", 403, "NOT_ENOUGH", HOUR, DOC_PARTNER_BATCH),
    perhaps("POST /v3/payroll-card/transfer-batches", 403, "NOT_ENOUGH", HOUR, DOC_PAYROLL),
    after(Some("POST /v3/refund/domestic/refunds"), 429, "FREQUENCY_LIMITED", MINUTE, DOC_REFUND),
    after(Some("POST /v3/ecommerce/refunds/apply"), 429, "FREQUENCY_LIMITED", MINUTE, DOC_PLATFORM_REFUND),
    after(None, 400, "STATEMENT_CREATING", HALF_AN_HOUR, DOC_BILL),
    after(None, 429, "FREQUENCY_LIMITED", MOMENT, DOC_ORDER),
    after(None, 429, "FREQUENCY_LIMIT_EXCEED", MOMENT, DOC_COUPON),
    after(None, 429, "RATELIMIT_EXCEED", MOMENT, DOC_RECEIVER),
    after(None, 500, "SYSTEM_ERROR", MOMENT, DOC_ORDER),
];

const fn after(
    request: Option<&'static str>,
    status: u16,
    code: &'static str,
    pause: Duration,
    source: &'static str,
) -> Entry {
    Entry { request, status, code, later: Later::After(pause), source }
}

const fn perhaps(
    request: &'static str,
    status: u16,
    code: &'static str,
    pause: Duration,
    source: &'static str,
) -> Entry {
    Entry { request: Some(request), status, code, later: Later::Perhaps(pause), source }
}

const MOMENT: Duration = Duration::from_secs(5);
const MINUTE: Duration = Duration::from_secs(60);
const HALF_AN_HOUR: Duration = Duration::from_secs(30 * 60);
/// Time for a person to top up the account.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// WeChat Pay's staff answer there that sharing is possible from a minute after the payment.
const SHARE_TOO_EARLY: &str = "https://developers.weixin.qq.com/community/develop/doc/000c066e4f80088a2b30a870b66400";
const DOC_BILL: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4013071227";
const DOC_REFUND: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4013071036";
const DOC_PLATFORM_REFUND: &str = "https://pay.weixin.qq.com/doc/v3/partner/4012476892";
const DOC_SUBSIDY: &str = "https://pay.weixin.qq.com/doc/v3/partner/4012477631";
const DOC_TRANSFER: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4012716434";
const DOC_BATCH: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4012458841";
const DOC_PARTNER_BATCH: &str = "https://pay.weixin.qq.com/doc/v3/partner/4012465738";
const DOC_PAYROLL: &str = "https://pay.weixin.qq.com/doc/v3/partner/4012461824";
const DOC_ORDER: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4013070347";
const DOC_COUPON: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4012463767";
/// The page about adding and deleting receivers.
const DOC_RECEIVER: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4012528995";
