//! A point in time as APIv3 writes it.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::Date;
use super::date::{OTHER_YEAR, can_be_written};
use crate::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

/// A time in RFC 3339 with its offset, such as `2018-06-08T10:34:56+08:00`.
///
/// The offset is kept as it was read. A fraction of a second is kept too but never written, since APIv3 does not accept it.
/// An empty string in an answer is read as an absent time.
///
/// ```
/// use wxpay_core::value::DateTime;
///
/// let time = DateTime::parse("2018-06-08T10:34:56.120+08:00")?;
/// assert_eq!(time.to_string(), "2018-06-08T10:34:56+08:00");
/// assert_eq!(time.unix_timestamp(), 1_528_425_296);
/// # Ok::<(), wxpay_core::value::ParseDateTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(OffsetDateTime);

impl DateTime {
    /// The current time in Beijing time (UTC+8), which the official samples use.
    #[must_use]
    pub fn now() -> Self {
        Self::beijing(OffsetDateTime::now_utc())
    }

    /// Reads an RFC 3339 time with offset, such as `2018-06-08T10:34:56+08:00`. The same as [`FromStr`].
    ///
    /// # Errors
    /// The text has another form, or the time does not exist.
    pub fn parse(text: &str) -> Result<Self, ParseDateTimeError> {
        OffsetDateTime::parse(text, &Rfc3339).map(Self).map_err(|_| ParseDateTimeError)
    }

    /// The same instant in Beijing time (UTC+8). Times outside of the years 0 to 9999 keep their offset.
    #[must_use]
    pub fn beijing(time: OffsetDateTime) -> Self {
        Self(time.checked_to_offset(BEIJING).unwrap_or(time))
    }

    /// The instant `seconds` after the Unix epoch, in Beijing time; `None` beyond the year 9999.
    #[must_use]
    pub fn from_unix_timestamp(seconds: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp(seconds).ok().map(Self::beijing)
    }

    /// Its day in Beijing, which is how bills name days. Outside of the years 0 to 9999 it is the day in the time's own offset.
    ///
    /// ```
    /// # use wxpay_core::value::DateTime;
    /// let time = DateTime::parse("2018-06-07T23:30:00+01:00")?;
    /// assert_eq!(time.beijing_date().to_string(), "2018-06-08");
    /// # Ok::<(), wxpay_core::value::ParseDateTimeError>(())
    /// ```
    #[must_use]
    pub fn beijing_date(self) -> Date {
        Self::beijing(self.0).0.date().into()
    }

    /// The day before [`beijing_date`](Self::beijing_date): the latest day with a bill, once it is 10:00 in Beijing.
    #[must_use]
    pub fn beijing_yesterday(self) -> Date {
        let today = self.beijing_date();
        today.previous_day().unwrap_or(today)
    }

    /// Seconds since the Unix epoch.
    #[must_use]
    pub fn unix_timestamp(self) -> i64 {
        self.0.unix_timestamp()
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time, offset) = (self.0.date(), self.0.time(), self.0.offset());
        let sign = if offset.is_negative() { '-' } else { '+' };
        let (hours, minutes, _) = offset.as_hms();
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            date.year(),
            u8::from(date.month()),
            date.day(),
            time.hour(),
            time.minute(),
            time.second(),
            hours.unsigned_abs(),
            minutes.unsigned_abs(),
        )
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DateTime({self})")
    }
}

impl FromStr for DateTime {
    type Err = ParseDateTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl From<OffsetDateTime> for DateTime {
    fn from(time: OffsetDateTime) -> Self {
        Self(time)
    }
}

impl From<DateTime> for OffsetDateTime {
    fn from(time: DateTime) -> Self {
        time.0
    }
}

/// A text that is not an RFC 3339 time with offset, such as `2018-06-08T10:34:56+08:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an RFC 3339 time with offset, such as 2018-06-08T10:34:56+08:00")]
#[non_exhaustive]
pub struct ParseDateTimeError;

impl Payload for DateTime {
    type Shape = Self;
}

impl Shape for DateTime {
    const KIND: Kind = Kind::Time;

    fn blank() -> Self {
        Self(OffsetDateTime::UNIX_EPOCH)
    }

    fn node(value: &Self) -> Node<'_> {
        if can_be_written(value.0.date()) {
            Node::Text(Cow::Owned(value.to_string()))
        } else {
            Node::Unwritable(OTHER_YEAR.to_owned())
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for DateTime {
    fn expected(&self) -> &'static str {
        "an RFC 3339 time with offset"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        if text.is_empty() {
            return Ok(Filled::Absent);
        }
        *self = text.parse().map_err(|_| Mismatch::new(self.expected()))?;
        Ok(Filled::Present)
    }
}

pub(super) const BEIJING: UtcOffset = match UtcOffset::from_hms(8, 0, 0) {
    Ok(offset) => offset,
    Err(_) => UtcOffset::UTC,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_kept_and_the_fraction_is_not_written() {
        for (text, written) in [
            ("2018-06-08T10:34:56+08:00", "2018-06-08T10:34:56+08:00"),
            ("2018-06-08T10:34:56.999-03:30", "2018-06-08T10:34:56-03:30"),
            ("2018-06-08T02:34:56Z", "2018-06-08T02:34:56+00:00"),
        ] {
            assert_eq!(text.parse::<DateTime>().map(|time| time.to_string()), Ok(written.to_owned()));
        }
    }

    #[test]
    fn a_day_begins_when_it_does_in_beijing() {
        for (time, today, yesterday) in [
            ("2026-01-01T00:00:00+08:00", "2026-01-01", "2025-12-31"),
            ("2025-12-31T23:59:59.999+08:00", "2025-12-31", "2025-12-30"),
            ("2025-12-31T16:00:00Z", "2026-01-01", "2025-12-31"),
            ("2025-12-31T15:59:59Z", "2025-12-31", "2025-12-30"),
            ("2024-02-29T15:59:59Z", "2024-02-29", "2024-02-28"),
            ("2024-02-29T16:00:00Z", "2024-03-01", "2024-02-29"),
            ("2023-02-28T16:00:00Z", "2023-03-01", "2023-02-28"),
            ("2000-02-28T20:00:00-04:00", "2000-02-29", "2000-02-28"),
            ("2100-02-28T16:00:00Z", "2100-03-01", "2100-02-28"),
        ] {
            let time: DateTime = time.parse().unwrap();
            let days = [time.beijing_date(), time.beijing_yesterday()].map(|day| day.to_string());
            assert_eq!(days, [today, yesterday], "{time}");
        }
    }

    /// Checks every day of 150 years, counted without a calendar, at its first and its last second and in several offsets.
    #[test]
    fn days_follow_each_other_and_last_a_day() {
        let mut before = Date::new(1969, 12, 31).unwrap();
        for day in 0..150 * 365_i64 {
            let begins = day * 86_400 - 8 * 3600;
            let [first, last] = [begins, begins + 86_399].map(|time| DateTime::from_unix_timestamp(time).unwrap());
            let elsewhere = UtcOffset::from_whole_seconds(i32::try_from(day * 977 % 86_000).unwrap() - 43_000).unwrap();
            let written = DateTime(last.0.to_offset(elsewhere));
            assert_eq!((first.beijing_date(), first.beijing_yesterday()), (last.beijing_date(), before));
            assert_eq!(written.beijing_date(), last.beijing_date());
            before = first.beijing_date();
        }
        assert_eq!(before.to_string(), "2119-11-25");
    }

    #[test]
    fn a_time_without_offset_is_refused() {
        assert!("2018-06-08T10:34:56".parse::<DateTime>().is_err());
        assert!("2018-06-08".parse::<DateTime>().is_err());
    }
}
