//! A point in time, written as fourteen digits.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use time::{OffsetDateTime, PrimitiveDateTime, Time};

use super::date::{OTHER_YEAR, can_be_written, compact, digits, read_compact};
use super::date_time::BEIJING;
use super::{DateTime, ParseValueError};
use crate::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};

/// A time that the API writes as fourteen digits (`yyyyMMddHHmmss`), such as `20091225091010`, as pay score does.
///
/// The digits have no offset. They are Beijing time (UTC+8), and times of other zones have to be converted
/// ([参数规定](https://pay.weixin.qq.com/doc/v2/merchant/4011941162)). This type converts, and keeps whole seconds.
///
/// ```
/// use wxpay_core::value::{CompactDateTime, DateTime};
///
/// let london = DateTime::parse("2014-11-11T00:00:00+00:00")?;
/// let time = CompactDateTime::from(london);
/// assert_eq!(time.to_string(), "20141111080000");
/// assert_eq!(DateTime::from(time).to_string(), "2014-11-11T08:00:00+08:00");
/// # Ok::<(), wxpay_core::value::ParseDateTimeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CompactDateTime(OffsetDateTime);

impl CompactDateTime {
    /// The current time.
    #[must_use]
    pub fn now() -> Self {
        DateTime::now().into()
    }

    /// Reads fourteen digits, such as `20091225091010`, as Beijing time. The same as [`FromStr`].
    ///
    /// # Errors
    /// The text has another form, or the time does not exist.
    pub fn parse(text: &str) -> Result<Self, ParseValueError> {
        read(text).map(|time| Self(time.assume_offset(BEIJING))).ok_or(ParseValueError { expected: EXPECTED })
    }

    /// The time `seconds` after the Unix epoch; `None` beyond the year 9999.
    #[must_use]
    pub fn from_unix_timestamp(seconds: i64) -> Option<Self> {
        DateTime::from_unix_timestamp(seconds).map(Self::from)
    }

    /// Seconds since the Unix epoch.
    #[must_use]
    pub fn unix_timestamp(self) -> i64 {
        self.0.unix_timestamp()
    }
}

impl fmt::Display for CompactDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        compact(self.0.date(), f)?;
        write!(f, "{:02}{:02}{:02}", self.0.hour(), self.0.minute(), self.0.second())
    }
}

impl fmt::Debug for CompactDateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CompactDateTime({self})")
    }
}

impl FromStr for CompactDateTime {
    type Err = ParseValueError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// The same second in Beijing time. A time outside of the years 0 to 9999 there is refused when the request is sent.
impl From<OffsetDateTime> for CompactDateTime {
    fn from(time: OffsetDateTime) -> Self {
        let time = OffsetDateTime::from(DateTime::beijing(time));
        Self(time.replace_nanosecond(0).unwrap_or(time))
    }
}

impl From<CompactDateTime> for OffsetDateTime {
    fn from(time: CompactDateTime) -> Self {
        time.0
    }
}

/// The same second in Beijing time. A time outside of the years 0 to 9999 there is refused when the request is sent.
impl From<DateTime> for CompactDateTime {
    fn from(time: DateTime) -> Self {
        OffsetDateTime::from(time).into()
    }
}

impl From<CompactDateTime> for DateTime {
    fn from(time: CompactDateTime) -> Self {
        time.0.into()
    }
}

impl Payload for CompactDateTime {
    type Shape = Self;
}

impl Shape for CompactDateTime {
    const KIND: Kind = Kind::CompactDateTime;

    fn blank() -> Self {
        Self(OffsetDateTime::UNIX_EPOCH)
    }

    fn node(value: &Self) -> Node<'_> {
        // At the ends of the calendar a time may not exist in Beijing.
        if can_be_written(value.0.date()) && value.0.offset() == BEIJING {
            Node::Text(Cow::Owned(value.to_string()))
        } else {
            Node::Unwritable(OTHER_YEAR.to_owned())
        }
    }

    fn slot(value: &mut Self) -> Slot<'_> {
        Slot::Scalar(value)
    }
}

impl Scalar for CompactDateTime {
    fn expected(&self) -> &'static str {
        EXPECTED
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        *self = Self::parse(text).map_err(|error| Mismatch::new(error.expected))?;
        Ok(Filled::Present)
    }
}

fn read(text: &str) -> Option<PrimitiveDateTime> {
    let (day, time) = text.split_at_checked(8)?;
    let (hour, rest) = time.split_at_checked(2)?;
    let (minute, second) = rest.split_at_checked(2)?;
    let number = |text| u8::try_from(digits(text, 2)?).ok();
    let time = Time::from_hms(number(hour)?, number(minute)?, number(second)?).ok()?;
    Some(PrimitiveDateTime::new(read_compact(day)?, time))
}

const EXPECTED: &str = "a time in fourteen digits, such as `20091225091010`";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_are_beijing_time() {
        let time = CompactDateTime::parse("20091225091010").unwrap();
        assert_eq!(DateTime::from(time).to_string(), "2009-12-25T09:10:10+08:00");
        assert_eq!(CompactDateTime::from_unix_timestamp(time.unix_timestamp()), Some(time));
        let elsewhere = DateTime::parse("2009-12-24T20:10:10.999-05:00").unwrap();
        assert_eq!(CompactDateTime::from(elsewhere), time);
        assert_eq!(CompactDateTime::from(elsewhere).to_string(), "20091225091010");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "",
            "20091225",
            "2009122509101",
            "200912250910100",
            "20091225240000",
            "20091225096010",
            "20091225091060",
            "20090229091010",
            "2009-12-25 09:10:10",
            "2009122509101x",
            "20091225+91010",
            "2009122509101０",
            "OnAccept",
        ] {
            assert!(CompactDateTime::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_time_that_beijing_does_not_have_is_not_written() {
        let last = OffsetDateTime::from(DateTime::parse("9999-12-31T23:00:00+00:00").unwrap());
        assert!(matches!(CompactDateTime::from(last).node(), Node::Unwritable(_)));
        assert!(matches!(CompactDateTime::parse("99991231235959").unwrap().node(), Node::Text(_)));
    }
}
