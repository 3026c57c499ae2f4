//! Two calls that change nothing: the certificates, which prove the APIv3 key where there are some, and the echo.

use super::proof::{NOTIFICATION, Proof};
use super::remedy;
use crate::certificates::{Lacking, download};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::finding::Finding;
use crate::security::{SecurityEcho, SecurityEchoRequired};
use crate::value::Sensitive;

pub(super) async fn made(client: &Client, clock_is_wrong: bool, proof: Option<&Proof>) -> Vec<Finding> {
    let mut findings = signed_call(client, clock_is_wrong).await;
    findings.extend(echo(client, clock_is_wrong, proof).await);
    findings
}

pub(super) fn skipped(why: &str, notified: bool) -> Vec<Finding> {
    let checks = [SIGNED, KEY, ENCRYPTION].into_iter().chain(notified.then_some(NOTIFICATION));
    checks.map(|check| Finding::skipped(check, why)).collect()
}

async fn signed_call(client: &Client, clock_is_wrong: bool) -> Vec<Finding> {
    let accepted = || Finding::right(SIGNED, "GET /v3/certificates was accepted, and its answer is WeChat Pay's");
    match download(client).await {
        Ok(downloaded) => {
            vec![accepted(), Finding::right(KEY, format!("opens {} platform certificates", downloaded.len()))]
        }
        Err(Lacking::None) => vec![
            Finding::right(SIGNED, "GET /v3/certificates was accepted; this merchant has no platform certificates"),
            Finding::skipped(
                KEY,
                "without platform certificates only a notification proves it; `wxpay doctor --notify-url` has one sent",
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
            Finding::wrong(SIGNED, error.to_string(), remedy::of_call(&error, clock_is_wrong)),
            Finding::skipped(KEY, "without platform certificates there is nothing to try it on"),
        ],
    }
}

async fn echo(client: &Client, clock_is_wrong: bool, proof: Option<&Proof>) -> Vec<Finding> {
    let Some(proof) = proof else {
        return vec![tried(client.send(&asked(MESSAGE, MESSAGE)).await, MESSAGE, MESSAGE, clock_is_wrong)];
    };
    let mut request = asked(proof.message(), proof.secret());
    request.notify_url = Some(proof.url().to_owned());
    let answer = client.send(&request).await;
    if let Err(error) = &answer
        && let ErrorKind::Invalid(violations) = error.kind()
    {
        let text = violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        let refused =
            Finding::wrong(NOTIFICATION, text, "WeChat Pay calls a public host by `https`, with a path and no query");
        return vec![tried(client.send(&asked(MESSAGE, MESSAGE)).await, MESSAGE, MESSAGE, clock_is_wrong), refused];
    }
    let sent = match &answer {
        Ok(_) => proof.sent(),
        Err(error) if is_closed(error) => Finding::skipped(NOTIFICATION, "this merchant has no echo to be notified of"),
        Err(_) => Finding::skipped(NOTIFICATION, "the echo failed, and none was asked for"),
    };
    vec![tried(answer, proof.message(), proof.secret(), clock_is_wrong), sent]
}

fn asked(message: &str, secret: &str) -> SecurityEcho {
    let mut request = SecurityEcho::new(SecurityEchoRequired { echo_message: message.to_owned() });
    request.encrypted_echo_message = Some(Sensitive::new(secret));
    request
}

fn tried(answer: Result<crate::security::Echo, Error>, message: &str, secret: &str, clock_is_wrong: bool) -> Finding {
    match answer {
        Ok(echo)
            if echo.echo_message == message
                && echo.encrypted_echo_message.as_ref().and_then(Sensitive::expose) == Some(secret) =>
        {
            Finding::right(ENCRYPTION, "POST /v3/security/echo: encrypted there, encrypted back, and opened")
        }
        Ok(_) => {
            Finding::wrong(ENCRYPTION, "POST /v3/security/echo gave another message back", "report it to WeChat Pay")
        }
        Err(error) if is_closed(&error) => Finding::skipped(ENCRYPTION, format!("this merchant has no echo: {error}")),
        Err(error) => Finding::wrong(ENCRYPTION, error.to_string(), remedy::of_call(&error, clock_is_wrong)),
    }
}

/// The endpoint is not open to this merchant.
fn is_closed(error: &Error) -> bool {
    error.status().is_some_and(|status| matches!(status.as_u16(), 403 | 404))
}

const SIGNED: &str = "signed call";
const KEY: &str = "APIv3 key, tried";
const ENCRYPTION: &str = "encryption";
const MESSAGE: &str = "wxpay doctor";
pub(super) const OTHER_KEY: &str =
    "the merchant platform does not show it again: set a new one (API安全), here and there";
