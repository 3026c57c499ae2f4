//! The validity of a certificate, as findings report it.

use time::OffsetDateTime;

use super::found::Found;
use crate::keys::Certificate;

/// A certificate's validity at a given time.
pub(super) enum Validity {
    Ended(i64),
    NotBegun(i64),
    EndsSoon(i64),
    Holds,
}

impl Validity {
    pub(super) fn of(certificate: &Certificate, now: i64) -> Self {
        let (begin, end) = (seconds(certificate.not_before()), seconds(certificate.not_after()));
        match now {
            now if end <= now => Self::Ended(end),
            now if begin > now => Self::NotBegun(begin),
            now if end - now < MONTH => Self::EndsSoon(end),
            _ => Self::Holds,
        }
    }

    /// Notes a finding unless the certificate is valid and does not end soon. Returns true if nothing was noted.
    pub(super) fn told(&self, setting: &'static str, serial: &str, remedy: &str, found: &mut Found) -> bool {
        match *self {
            Self::Ended(end) => found.wrong(setting, format!("{serial} expired {}", date(end)), remedy),
            Self::NotBegun(begin) => {
                let text = format!("{serial} is not valid before {}", date(begin));
                found.wrong(setting, text, "check this machine's clock");
            }
            Self::EndsSoon(end) => found.warning(setting, format!("{serial} expires {}", date(end)), remedy),
            Self::Holds => return true,
        }
        false
    }
}

/// `until 2030-12-31`
pub(super) fn until(certificate: &Certificate) -> String {
    format!("until {}", date(seconds(certificate.not_after())))
}

fn seconds(time: u64) -> i64 {
    i64::try_from(time).unwrap_or(i64::MAX)
}

fn date(seconds: i64) -> String {
    OffsetDateTime::from_unix_timestamp(seconds).map_or_else(|_| seconds.to_string(), |time| time.date().to_string())
}

/// In seconds.
const MONTH: i64 = 30 * 24 * 60 * 60;
