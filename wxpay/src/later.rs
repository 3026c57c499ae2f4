//! Error codes that mean "later", as data: the same request, with the same number, is worth repeating after a while.
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
//! This says nothing about what became of the money: [`Error::outcome`] does.

use std::time::Duration;

use crate::error::{Error, Outcome};

/// What a code says about the same request, sent once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Later {
    /// It is worth repeating after so long, unchanged.
    After(Duration),
    /// It may be: the code is that of permanent refusals too, or somebody has to do something first. Repeat it a few times,
    /// so far apart, and then let a person decide. WeChat Pay tells the cases apart in the message alone, whose words change.
    Perhaps(Duration),
}

/// A code that means "later".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry {
    /// The request line, with the path as declared; `None` for all of them.
    pub request: Option<&'static str>,
    /// The status.
    pub status: u16,
    /// The code.
    pub code: &'static str,
    /// What it says.
    pub later: Later,
    /// Where that is written. Where a page tells no time, the time is this crate's choice.
    pub source: &'static str,
}

/// What the error's code says about the same request, sent once more; `None` where the code does not mean "later", or there
/// is no code. Where the answer has a `Retry-After` that is longer, it counts.
///
/// It is `None` also where the outcome is unknown and the request may not be repeated, since it changes something and has no
/// business number ([`Encoded::is_repeatable`](crate::Encoded::is_repeatable)): sent again, it might happen twice.
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

/// Every code that means "later"; those of single requests come first. The same refusal of a share in the first minute and of
/// an order that was never made for sharing is why some are [`Later::Perhaps`].
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
/// Somebody has to top the account up.
const HOUR: Duration = Duration::from_secs(60 * 60);

/// The answer of WeChat Pay's staff: from a minute after the payment on.
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
/// The page of the receivers that are added and deleted.
const DOC_RECEIVER: &str = "https://pay.weixin.qq.com/doc/v3/merchant/4012528995";
