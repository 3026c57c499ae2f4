//! Two calls that change nothing: the download of certificates, which proves the APIv3 key if there are any, and the echo.

use super::evidence::{Evidence, is_foreign, unbelieved};
use super::proof::{NOTIFICATION, Proof};
use super::remedy;
use crate::certificates::{Downloaded, Lacking, download};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::finding::Finding;
use crate::security::{self, SecurityEcho, SecurityEchoRequired};
use crate::value::Sensitive;
use crate::verify::VerifyError;

pub(super) async fn made(client: &Client, clock_is_wrong: bool, proof: Option<&Proof>) -> Vec<Finding> {
    let downloaded = download(client).await;
    let echo = Echo::of(client, proof).await;
    let errors = [
        match &downloaded {
            Err(Lacking::Call(error)) => Some(&**error),
            _ => None,
        },
        echo.answer.as_ref().err(),
    ];
    let evidence = Evidence::gather(client, clock_is_wrong, errors).await;
    let mut findings = signed_call(client, downloaded, &evidence);
    findings.push(echo.tried(&evidence));
    findings.extend(echo.notified);
    findings
}

pub(super) fn skipped(why: &str, notified: bool) -> Vec<Finding> {
    let checks = [SIGNED, KEY, ENCRYPTION].into_iter().chain(notified.then_some(NOTIFICATION));
    checks.map(|check| Finding::skipped(check, why)).collect()
}

fn signed_call(client: &Client, downloaded: Result<Vec<Downloaded>, Lacking>, evidence: &Evidence) -> Vec<Finding> {
    let accepted = || Finding::right(SIGNED, "GET /v3/certificates was accepted, and its answer is WeChat Pay's");
    match downloaded {
        Ok(downloaded) => {
            vec![accepted(), Finding::right(KEY, format!("opens {} platform certificates", downloaded.len()))]
        }
        Err(Lacking::None) => vec![
            Finding::right(SIGNED, "GET /v3/certificates was accepted; this merchant has no platform certificates"),
            Finding::skipped(
                KEY,
                "without platform certificates only a notification proves it; `wxpay doctor --notify-url` requests one",
            ),
        ],
        Err(Lacking::Sealed(_)) if client.merchant().api_v3_key().is_none() => {
            vec![accepted(), Finding::skipped(KEY, "no APIv3 key is set")]
        }
        Err(Lacking::Sealed(reason)) => {
            let text = format!("does not open the platform certificates: {reason}");
            vec![accepted(), Finding::wrong(KEY, text, OTHER_KEY)]
        }
        Err(Lacking::Call(error)) => vec![
            failed(SIGNED, &error, evidence),
            Finding::skipped(KEY, "without platform certificates there is nothing to test it with"),
        ],
    }
}

/// The echo that was sent, and its result.
struct Echo {
    message: String,
    secret: String,
    answer: Result<security::Echo, Error>,
    /// The finding about the notification, if one was requested.
    notified: Option<Finding>,
}

impl Echo {
    async fn of(client: &Client, proof: Option<&Proof>) -> Self {
        let plain = async |notified| {
            let answer = client.send(&asked(MESSAGE, MESSAGE)).await;
            Self { message: MESSAGE.to_owned(), secret: MESSAGE.to_owned(), answer, notified }
        };
        let Some(proof) = proof else { return plain(None).await };
        let mut request = asked(proof.message(), proof.secret());
        request.notify_url = Some(proof.url().to_owned());
        let answer = client.send(&request).await;
        let notified = match &answer {
            Ok(_) => proof.sent(),
            Err(error) if is_closed(error) => Finding::skipped(
                NOTIFICATION,
                "the echo is not available to this merchant, so there is no notification of it",
            ),
            Err(error) => match error.kind() {
                ErrorKind::Invalid(violations) => {
                    let text = violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
                    let remedy = "WeChat Pay calls a public host by `https`, with a path and no query";
                    return plain(Some(Finding::wrong(NOTIFICATION, text, remedy))).await;
                }
                _ => Finding::skipped(NOTIFICATION, "the echo failed, so no notification was requested"),
            },
        };
        let (message, secret) = (proof.message().to_owned(), proof.secret().to_owned());
        Self { message, secret, answer, notified: Some(notified) }
    }

    fn tried(&self, evidence: &Evidence) -> Finding {
        match &self.answer {
            Ok(echo)
                if echo.echo_message == self.message
                    && echo.encrypted_echo_message.as_ref().and_then(Sensitive::expose) == Some(&*self.secret) =>
            {
                Finding::right(ENCRYPTION, "POST /v3/security/echo: encrypted in both directions, and opened")
            }
            Ok(_) => {
                Finding::wrong(ENCRYPTION, "POST /v3/security/echo returned another message", "report it to WeChat Pay")
            }
            Err(error) if is_closed(error) => {
                Finding::skipped(ENCRYPTION, format!("the echo is not available to this merchant: {error}"))
            }
            Err(error) => failed(ENCRYPTION, error, evidence),
        }
    }
}

fn asked(message: &str, secret: &str) -> SecurityEcho {
    let mut request = SecurityEcho::new(SecurityEchoRequired { echo_message: message.to_owned() });
    request.encrypted_echo_message = Some(Sensitive::new(secret));
    request
}

fn failed(check: &'static str, error: &Error, evidence: &Evidence) -> Finding {
    let found = match unbelieved(error) {
        Some(VerifyError::Signature) => evidence.altered.found(),
        _ => String::new(),
    };
    Finding::wrong(check, format!("{error}{found}"), remedy::of_call(error, evidence))
}

/// Tells whether the endpoint is not open to this merchant, according to WeChat Pay and not to a proxy's page.
fn is_closed(error: &Error) -> bool {
    let closed = error.status().is_some_and(|status| matches!(status.as_u16(), 403 | 404));
    closed && !is_foreign(error) && unbelieved(error).is_none()
}

const SIGNED: &str = "signed call";
const KEY: &str = "APIv3 key, tried";
const ENCRYPTION: &str = "encryption";
const MESSAGE: &str = "wxpay doctor";
pub(super) const OTHER_KEY: &str = "during a change of the key, also give the old one (`previous_api_v3_key_file`); otherwise it is another key, and the \
     merchant platform does not show it again: set a new one (API安全), both there and here";
