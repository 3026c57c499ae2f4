//! The difference between this machine's clock and WeChat Pay's, as its answers show. It is not signed, so it is only reported,
//! and changes nothing.

use std::sync::atomic::{AtomicI64, Ordering};

use http::header::DATE;
use http::{HeaderMap, HeaderName};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;

use crate::verify::TIMESTAMP;

/// The difference that was seen last.
pub(super) struct Skew(AtomicI64);

impl Skew {
    pub(super) fn unknown() -> Self {
        Self(AtomicI64::new(UNKNOWN))
    }

    pub(super) fn keep(&self, skew: Option<i64>) {
        if let Some(skew) = skew {
            self.0.store(skew, Ordering::Relaxed);
        }
    }

    pub(super) fn last(&self) -> Option<i64> {
        Some(self.0.load(Ordering::Relaxed)).filter(|skew| *skew != UNKNOWN)
    }
}

/// Seconds by which `now`, in seconds since 1970, is ahead of the time in an answer's headers; `None` if they have no time.
/// `Date` is the time of the answer, while the signature's time may be that of something old. `Date` is not signed.
#[must_use]
pub fn skew(headers: &HeaderMap, now: i64) -> Option<i64> {
    let text = |name: &HeaderName| headers.get(name)?.to_str().ok();
    let date = text(&DATE).and_then(|date| OffsetDateTime::parse(date, &Rfc2822).ok());
    let theirs = match date {
        Some(date) => date.unix_timestamp(),
        None => text(&TIMESTAMP)?.parse().ok()?,
    };
    Some(now.saturating_sub(theirs))
}

const UNKNOWN: i64 = i64::MIN;
