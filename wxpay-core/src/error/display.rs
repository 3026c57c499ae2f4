//! Errors in words: what was asked, why it failed, and what that means.

use std::fmt::{self, Write as _};

use super::{Error, ErrorKind, Inner, Outcome};
use crate::text::escaping;

/// The whole of it is escaped: code, message and whatever else came from outside or from below.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = escaping(f);
        let Inner { kind, outcome, status, request_id, encoded, .. } = &*self.0;
        if let Some(encoded) = encoded {
            write!(f, "{} {}", encoded.method(), encoded.template())?;
            if let Some(number) = encoded.number() {
                write!(f, " ({number})")?;
            }
            f.write_str(": ")?;
        }
        if let Some(status) = status {
            write!(f, "{}: ", status.as_u16())?;
        }
        write!(f, "{kind}; ")?;
        if let Some(seconds) = self.clock_at_fault() {
            let direction = if seconds > 0 { "ahead of" } else { "behind" };
            write!(f, "this machine's clock is {} s {direction} WeChat Pay's; ", seconds.unsigned_abs())?;
        }
        write!(f, "{outcome}")?;
        request_id.iter().try_for_each(|id| write!(f, " [Request-ID {id}]"))
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut f = escaping(f);
        match self {
            Self::Invalid(violations) => {
                f.write_str("the request is not valid")?;
                let mut separator = ": ";
                violations
                    .iter()
                    .try_for_each(|violation| write!(f, "{}{violation}", std::mem::replace(&mut separator, "; ")))
            }
            Self::Seal(error) => write!(f, "{error}"),
            Self::Certificates(reason) => write!(f, "no platform certificates: {reason}"),
            Self::Encode(reason) => write!(f, "the request cannot be written: {reason}"),
            Self::Sign(reason) => write!(f, "the request could not be signed: {reason}"),
            Self::Transport(error) => write!(f, "{error}"),
            Self::TooLarge(limit) => write!(f, "the answer has more than {limit} bytes"),
            Self::Api(error) => write!(f, "{error}"),
            Self::Accepted => f.write_str("accepted but not done; repeat the same request"),
            Self::UnexpectedStatus => f.write_str("a status that APIv3 does not use"),
            Self::Unverified(error) => write!(f, "the answer is not believed: {error}"),
            Self::Decode(error) => write!(f, "the answer is not as documented: {error}"),
            Self::Open(error) => write!(f, "{error}"),
            Self::Mismatch { member, sent, received } => {
                write!(f, "the answer is about {member} `{received}`, asked was about `{sent}`")
            }
            Self::Download(error) => write!(f, "{error}"),
            Self::Unsettled(asked) => write!(f, "asked for {asked:?}, and still not known"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSent => "nothing was sent",
            Self::Refused => "nothing was done",
            Self::Unknown => "the outcome is unknown",
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, outcome, status, request_id, encoded, .. } = &*self.0;
        f.debug_struct("Error")
            .field("kind", kind)
            .field("outcome", outcome)
            .field("status", status)
            .field("request_id", request_id)
            .field("request", &encoded.as_ref().map(|encoded| (encoded.method(), encoded.template(), encoded.number())))
            .finish()
    }
}
