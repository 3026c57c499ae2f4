//! The sandbox's clock: the machine's time plus an offset.

use std::ops::Range;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use http::HeaderValue;
use time::OffsetDateTime;
use time::error::InvalidFormatDescription;
use time::format_description::{BorrowedFormatItem, parse_borrowed};

use crate::error::SandboxError;

#[derive(Debug, Default)]
pub(crate) struct Clock(AtomicI64);

impl Clock {
    /// Seconds since 1970.
    pub(crate) fn now(&self) -> i64 {
        machine().saturating_add(self.0.load(Ordering::Relaxed))
    }

    /// The time as a `Date` header, if it can be written as one.
    pub(crate) fn http_date(&self) -> Option<HeaderValue> {
        let format = HTTP_DATE.as_ref().ok()?;
        let date = OffsetDateTime::from_unix_timestamp(self.now()).ok()?.format(format).ok()?;
        HeaderValue::try_from(date).ok()
    }

    /// Seconds that it is ahead of the machine's clock.
    pub(crate) fn offset(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Moves the clock, within the years that the sandbox can handle.
    pub(crate) fn set_ahead(&self, seconds: i64) -> Result<(), SandboxError> {
        if !machine().checked_add(seconds).is_some_and(|now| TIMES.contains(&now)) {
            return Err(SandboxError::Clock { seconds });
        }
        self.0.store(seconds, Ordering::Relaxed);
        Ok(())
    }
}

/// The machine's time.
fn machine() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// From 1970 to the end of the year 8999: certificates and times have four digits for a year, and later times are computed from
/// the present one.
const TIMES: Range<i64> = 0..221_845_392_000;

type Format = Vec<BorrowedFormatItem<'static>>;

/// `Tue, 14 Nov 2023 22:13:20 GMT`.
static HTTP_DATE: LazyLock<Result<Format, InvalidFormatDescription>> = LazyLock::new(|| {
    parse_borrowed::<2>("[weekday repr:short], [day] [month repr:short] [year] [hour]:[minute]:[second] GMT")
});
