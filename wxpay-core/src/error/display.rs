//! Errors in words: the request, the reason of the failure, and the outcome.

use std::fmt::{self, Write as _};

use super::{Error, ErrorKind, Inner, Outcome};
use crate::text::escaping;

/// The whole text is escaped: code, message and all other parts may come from outside.
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
            Self::Unusable(reason) => write!(f, "{reason}"),
            Self::Encode(reason) => write!(f, "the request cannot be written: {reason}"),
            Self::Sign(reason) => write!(f, "the request could not be signed: {reason}"),
            Self::Transport(error) => write!(f, "{error}"),
            Self::TooLarge(limit) => write!(f, "the answer has more than {limit} bytes"),
            Self::Api(error) => write!(f, "{error}"),
            Self::Accepted(_) => f.write_str("accepted but not done; repeat the same request"),
            Self::UnexpectedStatus => f.write_str("a status that APIv3 does not use"),
            Self::Unverified(error) => write!(f, "the answer could not be verified: {error}"),
            Self::Decode(error) => write!(f, "the answer is not as documented: {error}"),
            Self::Open(error) => write!(f, "{error}"),
            Self::Mismatch { member, sent, received } => {
                write!(f, "the answer is about {member} `{received}`, but the request was about `{sent}`")
            }
            Self::Undecided { member, received } => {
                write!(f, "{member} is `{received}`, which may belong to this request or to an earlier one")
            }
            Self::Pages(problem) => write!(f, "{problem}"),
            Self::Download(error) => write!(f, "{error}"),
            Self::Unsettled(asked) => write!(f, "no result after {asked:?} of asking"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotSent => "nothing was sent",
            Self::Refused => "this call did nothing",
            Self::Unknown => "the outcome is unknown",
        })
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, outcome, status, request_id, encoded, .. } = &*self.0;
        let mut shown = f.debug_struct("Error");
        shown
            .field("kind", kind)
            .field("outcome", outcome)
            .field("status", status)
            .field("request_id", request_id)
            .field(
                "request",
                &encoded.as_ref().map(|encoded| (encoded.method(), encoded.template(), encoded.number())),
            );
        if self.is_made() {
            shown.field("number", &self.number()).field("made", &true);
        }
        shown.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::{Debug, Display};
    use std::sync::Arc;

    use bytes::Bytes;
    use http::StatusCode;
    use serde_json::json;

    use super::*;
    use crate::client::{ConfigError, ConfigFault, ConfigProblem};
    use crate::crypto::CryptoError;
    use crate::decode::{DecodeError, Fault, FaultKind};
    use crate::download::DownloadError;
    use crate::envelope::EnvelopeError;
    use crate::error::{
        ApiError, CertificatesError, EncodeError, ErrorCode, OpenError, OpenProblem, SealError, SealProblem,
        SharedError, SignError, SignatureState, TargetProblem,
    };
    use crate::keys::KeyError;
    use crate::notification::{GuardError, NotificationError, OnceError};
    use crate::payload::Place;
    use crate::text::is_unseen;
    use crate::transport::{Stage, TransportError, Unusable};
    use crate::validate::{Problem, Violation};
    use crate::verify::VerifyError;

    /// Text that erases the line, begins others, sets a title, and reverses the direction.
    const NASTY: &str = "\u{1b}]0;t\u{7}\u{1b}[2K\r\nok\t\u{8}\u{7f}\u{85}\u{9b}31m\u{61c}\u{200e}\u{200f}\u{2028}\u{202a}\u{202e}\u{2066}\u{2069}";

    const ONE_LINE: &str = "\u{1b}[2K\u{202e}\u{2066}";

    fn nasty() -> String {
        NASTY.to_owned()
    }

    fn is_plain<T: Display + Debug>(shown: T) {
        for text in [shown.to_string(), format!("{shown:?}")] {
            assert_eq!(text.chars().find(|character| is_unseen(*character)), None, "{text:?}");
        }
        assert!(shown.to_string().contains(r"\u{1b}"), "it says what came: {shown}");
    }

    fn api(signature: SignatureState) -> Box<ApiError> {
        let body = json!({ "code": NASTY, "message": NASTY, "detail": { NASTY: NASTY } }).to_string();
        Box::new(ApiError::read(StatusCode::BAD_REQUEST, Bytes::from(body), Some(nasty()), signature))
    }

    fn seal() -> SealError {
        SealError { pointer: nasty(), problem: SealProblem::OtherKey { sealed_to: nasty(), key: nasty() } }
    }

    fn open() -> OpenError {
        OpenError { pointer: nasty(), problem: OpenProblem::Decryptor(CryptoError::other(nasty())) }
    }

    fn unknown_serial() -> VerifyError {
        VerifyError::UnknownSerial { serial: nasty(), known: vec![nasty()] }
    }

    fn faults() -> DecodeError {
        let kinds = [FaultKind::Missing, FaultKind::Unknown, FaultKind::Duplicate, FaultKind::Foreign(nasty())];
        let kinds = kinds.into_iter().chain([FaultKind::Type { expected: "a string" }]);
        DecodeError::Faults(kinds.map(|kind| Fault { pointer: format!("/{NASTY}"), label: None, kind }).collect())
    }

    fn transport() -> TransportError {
        TransportError { stage: Stage::Exchanging, source: nasty().into() }
    }

    fn violation(problem: Problem) -> Violation {
        Violation { place: Place::Body, pointer: format!("/{NASTY}"), label: None, problem }
    }

    #[test]
    fn whatever_failed_a_call_is_one_plain_line() {
        let kinds = [
            ErrorKind::Invalid(vec![violation(Problem::Check(nasty())), violation(Problem::Unwritable(nasty()))]),
            ErrorKind::Seal(seal()),
            ErrorKind::Certificates(Arc::new(CertificatesError::Decode(DecodeError::Syntax(nasty())))),
            ErrorKind::Unusable(Unusable::other(nasty())),
            ErrorKind::Encode(EncodeError::NoField { hole: nasty() }),
            ErrorKind::Encode(EncodeError::Target { target: nasty().into(), problem: TargetProblem::Characters }),
            ErrorKind::Encode(EncodeError::OtherEndpoint { method: http::Method::GET, template: nasty() }),
            ErrorKind::Encode(EncodeError::OtherCaller { encoded_for: nasty().into(), client: nasty().into() }),
            ErrorKind::Sign(SignError::Signer(CryptoError::other(nasty()))),
            ErrorKind::Transport(transport()),
            ErrorKind::Api(api(SignatureState::Absent)),
            ErrorKind::Api(api(SignatureState::Bad(unknown_serial()))),
            ErrorKind::Unverified(unknown_serial()),
            ErrorKind::Decode(DecodeError::Syntax(nasty())),
            ErrorKind::Decode(faults()),
            ErrorKind::Open(open()),
            ErrorKind::Mismatch { member: nasty(), sent: nasty(), received: nasty() },
            ErrorKind::Download(DownloadError::Expired(api(SignatureState::Valid))),
        ];
        for kind in kinds {
            is_plain(Error::new(kind, Outcome::Unknown).answered(
                StatusCode::BAD_REQUEST,
                Some(nasty()),
                nasty().into(),
            ));
        }
    }

    #[test]
    fn each_part_of_an_error_is_plain_by_itself() {
        is_plain(api(SignatureState::Absent));
        is_plain(ErrorCode::from(nasty()));
        is_plain(ErrorKind::Mismatch { member: nasty(), sent: nasty(), received: nasty() });
        is_plain(faults());
        is_plain(transport());
        is_plain(unknown_serial());
        is_plain(violation(Problem::Check(nasty())));
        is_plain(seal());
        is_plain(open());
        is_plain(CryptoError::other(nasty()));
        is_plain(SharedError::new(nasty()));
        is_plain(EncodeError::NoField { hole: nasty() });
        // A value of several lines is not repeated, since it may be a key.
        is_plain(EncodeError::Target { target: ONE_LINE.into(), problem: TargetProblem::Characters });
        is_plain(EncodeError::OtherCaller { encoded_for: ONE_LINE.into(), client: ONE_LINE.into() });
        is_plain(EncodeError::OtherEndpoint { method: http::Method::GET, template: nasty() });
        is_plain(EnvelopeError::Algorithm(nasty()));
        is_plain(KeyError::WrongKind { found: nasty(), needed: "a key" });
        is_plain(KeyError::Damaged(SharedError::new(nasty())));
        is_plain(KeyError::OtherAlgorithm(nasty()));
        is_plain(KeyError::rejected(nasty()));
        is_plain(DownloadError::ForeignHost(nasty()));
        is_plain(DownloadError::Place(nasty()));
        is_plain(DownloadError::NotSendable(nasty()));
        is_plain(DownloadError::NoDigest(nasty()));
        is_plain(DownloadError::HashType(nasty()));
        is_plain(DownloadError::Gzip(std::io::Error::other(nasty())));
        is_plain(DownloadError::Write(std::io::Error::other(nasty())));
        is_plain(ConfigError {
            problems: vec![ConfigProblem {
                setting: "hosts",
                fault: ConfigFault::Thread(SharedError::new(nasty())),
                variable: None,
            }],
        });
    }

    #[test]
    fn what_refuses_a_notification_is_plain() {
        is_plain(NotificationError::Unverified(unknown_serial()));
        is_plain(NotificationError::Incomplete(SharedError::new(nasty())));
        is_plain(NotificationError::Malformed(DecodeError::Syntax(nasty())));
        is_plain(NotificationError::Sealed(EnvelopeError::Algorithm(nasty())));
        is_plain(NotificationError::Resource { event_type: nasty(), error: faults() });
        is_plain(NotificationError::OtherMerchant { named: nasty(), receiver: "1900000001".to_owned() });
        is_plain(GuardError::new(nasty()));
        is_plain(OnceError::<String>::Guard(GuardError::new(nasty())));
    }
}
