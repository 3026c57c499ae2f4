//! Evidence about the cause of a failed call: WeChat Pay's own words, and the message that a signature covers.

use bytes::Bytes;
use http::HeaderMap;

use super::PATIENCE;
use crate::certificates::DownloadCertificates;
use crate::client::Client;
use crate::error::{ApiError, Error, ErrorKind, SignatureState};
use crate::verify::VerifyError;

/// The knowledge beside the error itself.
pub(super) struct Evidence {
    pub(super) clock_is_wrong: bool,
    /// WeChat Pay's words about the request, in the answer to either call.
    pub(super) said: Option<Said>,
    pub(super) altered: Altered,
}

impl Evidence {
    /// Collects it from the errors of both calls. If an answer's signature does not fit, it repeats a call that changes nothing,
    /// to examine the raw answer.
    pub(super) async fn gather(client: &Client, clock_is_wrong: bool, errors: [Option<&Error>; 2]) -> Self {
        let said = errors.iter().flatten().find_map(|error| said(error));
        let unfit = errors.iter().flatten().any(|error| unbelieved(error) == Some(&VerifyError::Signature));
        let altered = if unfit && !clock_is_wrong { again(client).await } else { Altered::Unknown };
        Self { clock_is_wrong, said, altered }
    }
}

/// WeChat Pay's words about a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// It received no `Authorization`, or a changed one.
    NoAuthorization,
    /// It received the request with another path or method than the signed one.
    OtherTarget,
    /// It received no `Wechatpay-Serial`.
    NoSerial,
    /// It does not know the key that `Wechatpay-Serial` names.
    OtherSerial,
    /// It cannot decrypt values that were encrypted with that key.
    NotDecrypted,
}

/// Reads WeChat Pay's words. Some of them are not signed, so they only decide about a remedy. Requests of this client always
/// have a well-formed `Authorization`, and a `Wechatpay-Serial`. The fragments are from answers that
/// <https://github.com/wechatpay-apiv3> and the product pages show; an unknown wording is ignored.
pub(super) fn said(error: &Error) -> Option<Said> {
    let api = error.api()?;
    let message = api.message();
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match api.status().as_u16() {
        401 if has(&["Authorization"]) && has(&["缺少", "格式错误", "认证类型", "为空"]) => {
            Some(Said::NoAuthorization)
        }
        401 if has_other_target(api, error) => Some(Said::OtherTarget),
        400 if has(&["Wechatpay-Serial"]) && has(&["缺少", "为空"]) => Some(Said::NoSerial),
        400 if has(&["Wechatpay-Serial"]) => Some(Said::OtherSerial),
        400 if has(&["解密"]) => Some(Said::NotDecrypted),
        _ => None,
    }
}

/// Compares the request that WeChat Pay says it received, `sign_information`, with the one that was sent.
fn has_other_target(api: &ApiError, error: &Error) -> bool {
    let (Some(got), Some(sent)) = (api.detail().and_then(|detail| detail.get("sign_information")), error.encoded())
    else {
        return false;
    };
    let differs =
        |member: &str, sent: &str| got.get(member).and_then(|got| got.as_str()).is_some_and(|got| got != sent);
    differs("method", sent.method().as_str()) || differs("url", sent.target())
}

/// The reason why the answer is not verified, independent of its status.
pub(super) fn unbelieved(error: &Error) -> Option<&VerifyError> {
    match error.kind() {
        ErrorKind::Unverified(error) => Some(error),
        ErrorKind::Api(api) => match api.signature() {
            SignatureState::Bad(error) => Some(error),
            SignatureState::Valid | SignatureState::Absent => None,
        },
        _ => None,
    }
}

/// Recognises an error whose body is not a JSON object. WeChat Pay's is one, or empty if the endpoint is not open.
pub(super) fn is_foreign(error: &Error) -> bool {
    let object = serde_json::from_slice::<serde_json::Map<String, serde_json::Value>>(error.body());
    error.api().is_some() && !error.body().is_empty() && object.is_err()
}

/// The reason why a signature does not fit, with the evidence in words.
#[derive(Debug)]
#[cfg_attr(not(feature = "server"), expect(dead_code, reason = "only the server's half finds it out"))]
pub(super) enum Altered {
    /// Another key signed: the configured one is not WeChat Pay's.
    Key(String),
    /// The right key signed another body.
    Body(String),
    /// The evidence does not tell.
    Unknown,
}

impl Altered {
    /// Finds the reason, with the feature `server`: a signature tells which key made it, and over which message.
    #[cfg(feature = "server")]
    pub(super) fn of(client: &Client, headers: &HeaderMap, body: &[u8]) -> Self {
        use crate::crypto::Backend;
        use crate::server::explain::{Cause, Notified, Signatory, notification};

        let Some(backend) = Backend::preferred() else { return Self::Unknown };
        let keys = client.platform().keys();
        let keys: Vec<_> = keys.iter().map(|key| Signatory::new("", key.serial(), &key.key().spki)).collect();
        let diagnosis = notification(&Notified::new(headers, body), &keys, &[], &[], Some(client.now()), backend);
        match diagnosis.causes.first() {
            Some(cause @ (Cause::NoKnownKey | Cause::OtherKey { .. })) => Self::Key(cause.to_string()),
            Some(cause) => Self::Body(cause.to_string()),
            None => Self::Unknown,
        }
    }

    #[cfg(not(feature = "server"))]
    pub(super) fn of(_: &Client, _: &HeaderMap, _: &[u8]) -> Self {
        Self::Unknown
    }

    /// The evidence as the end of a finding's text.
    pub(super) fn found(&self) -> String {
        match self {
            Self::Key(found) | Self::Body(found) => format!(": {found}"),
            Self::Unknown => String::new(),
        }
    }
}

async fn again(client: &Client) -> Altered {
    let Ok(request) = client.prepare(&DownloadCertificates::new()).await else { return Altered::Unknown };
    match client.send_prepared(request, PATIENCE).await {
        Ok(answer) => {
            let (head, body): (_, Bytes) = answer.into_parts();
            Altered::of(client, &head.headers, &body)
        }
        // The call itself failed and is reported; this was only a second look.
        Err(_) => Altered::Unknown,
    }
}
