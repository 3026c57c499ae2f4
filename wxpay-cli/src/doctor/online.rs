//! What only WeChat Pay can say: whether it is there, what time it has, and whether it believes the merchant.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{ACCEPT, DATE, USER_AGENT};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc2822;
use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{Error, ErrorKind, SignatureState};
use wxpay::prelude::Sensitive;
use wxpay::security::{SecurityEcho, SecurityEchoRequired};
use wxpay::text::quoted;
use wxpay::transport::{Options, Reqwest, Stage, Transport as _, TransportError};
use wxpay::verify::{CLOCK_WINDOW, VerifyError};

use super::finding::Findings;
use super::keys::Usable;
use crate::certs::{Lacking, download};
use crate::configuration::Configuration;

pub(super) async fn check(configuration: &Configuration, usable: &Usable, now: i64, findings: &mut Findings) {
    let hosts = configuration.settings.hosts();
    let own = || OWN.map(str::to_owned).to_vec();
    let mut reachable = false;
    for (place, host) in hosts.clone().unwrap_or_else(own).into_iter().enumerate() {
        reachable |= connection(&host, place == 0, now, findings).await;
    }
    if !reachable {
        return for_all(findings, "no host of WeChat Pay answers");
    }
    match usable.client(hosts) {
        Some(Ok(client)) => {
            let client = client.retrying(RetryPolicy::OFF.attempt(PATIENCE));
            signed_call(&client, findings).await;
            echo(&client, findings).await;
        }
        Some(Err(error)) => {
            findings.wrong("signed call", error.to_string(), "see the findings above");
            findings.skipped("encryption", "without a client there is nothing to encrypt with");
        }
        None => for_all(findings, "number, private key, serial, or WeChat Pay's keys are not good"),
    }
}

fn for_all(findings: &mut Findings, why: &str) {
    for check in ["signed call", "APIv3 key, tried", "encryption"] {
        findings.skipped(check, why);
    }
}

/// Asks without a signature, which is refused, and that is an answer. Its date tells the time.
async fn connection(host: &str, first: bool, now: i64, findings: &mut Findings) -> bool {
    let check = if first { "connection" } else { "backup connection" };
    match asked(host).await {
        Ok(response) => {
            findings.right(check, format!("{} answers", quoted(host)));
            if first {
                clock(response.headers().get(DATE).and_then(|date| date.to_str().ok()), now, findings);
            }
            true
        }
        Err(error) => {
            let remedy = match error.stage {
                Stage::Connecting => {
                    "look at DNS, firewall and proxy (HTTPS_PROXY); WeChat Pay is called by name, on port 443"
                }
                Stage::Exchanging => "a firewall or proxy on the way cuts the answer off",
            };
            let text = format!("{}: {error}", quoted(host));
            if first {
                findings.wrong(check, text, remedy);
            } else {
                findings.warning(check, text, remedy);
            }
            false
        }
    }
}

async fn asked(host: &str) -> Result<http::Response<wxpay::transport::Body>, TransportError> {
    let refused = |error: http::Error| TransportError { stage: Stage::Connecting, source: Box::new(error) };
    let request = http::Request::get(format!("{}/v3/certificates", host.trim_end_matches('/')))
        .header(ACCEPT, "application/json")
        .header(USER_AGENT, concat!("wxpay-cli/", env!("CARGO_PKG_VERSION")))
        .body(Bytes::new())
        .map_err(refused)?;
    let transport = Reqwest::new(Options::default())?;
    let late = |_| TransportError { stage: Stage::Exchanging, source: format!("nothing within {PATIENCE:?}").into() };
    tokio::time::timeout(PATIENCE, transport.send(request)).await.map_err(late)?
}

fn clock(date: Option<&str>, now: i64, findings: &mut Findings) {
    let check = "clock";
    let date = date.and_then(|date| OffsetDateTime::parse(date, &Rfc2822).ok());
    let Some(theirs) = date else { return findings.skipped(check, "the answer has no `Date`") };
    let skew = now.saturating_sub(theirs.unix_timestamp());
    let direction = if skew > 0 { "ahead of" } else { "behind" };
    let text = format!("this machine is {} s {direction} WeChat Pay", skew.unsigned_abs());
    let remedy = "have it set by NTP; from 5 minutes on every request is refused, and no answer believed";
    match skew.saturating_abs() {
        0..=30 => findings.right(check, text),
        31..CLOCK_WINDOW => findings.warning(check, text, remedy),
        _ => findings.wrong(check, text, remedy),
    }
}

/// The certificates: a call that changes nothing, and what proves the APIv3 key.
async fn signed_call(client: &Client, findings: &mut Findings) {
    let (check, key) = ("signed call", "APIv3 key, tried");
    match download(client).await {
        Ok(downloaded) => {
            findings.right(check, "GET /v3/certificates was accepted, and its answer is WeChat Pay's");
            findings.right(key, format!("opens {} platform certificates", downloaded.len()));
        }
        Err(Lacking::None) => {
            findings.right(check, "GET /v3/certificates was accepted; this merchant has no platform certificates");
            findings.skipped(key, "without platform certificates only a notification proves it");
        }
        Err(Lacking::Sealed(reason)) => {
            findings.right(check, "GET /v3/certificates was accepted, and its answer is WeChat Pay's");
            if client.merchant().api_v3_key().is_none() {
                return findings.skipped(key, "there is none to try");
            }
            let remedy = "the merchant platform does not show it again: set a new one (API安全), here and there";
            findings.wrong(key, format!("does not open the platform certificates: {reason}"), remedy);
        }
        Err(Lacking::Call(error)) => {
            findings.wrong(check, error.to_string(), remedy(&error));
            findings.skipped(key, "without platform certificates there is nothing to try it on");
        }
    }
}

async fn echo(client: &Client, findings: &mut Findings) {
    let check = "encryption";
    let mut request = SecurityEcho::new(SecurityEchoRequired { echo_message: MESSAGE.to_owned() });
    request.encrypted_echo_message = Some(Sensitive::new(MESSAGE));
    match client.send(&request).await {
        Ok(echo) if echo.encrypted_echo_message.as_ref().and_then(Sensitive::expose) == Some(MESSAGE) => {
            findings.right(check, "POST /v3/security/echo: encrypted there, encrypted back, and opened");
        }
        Ok(_) => findings.wrong(check, "POST /v3/security/echo gave another message back", "report it to WeChat Pay"),
        Err(error) if matches!(error.status(), Some(StatusCode::NOT_FOUND | StatusCode::FORBIDDEN)) => {
            findings.skipped(check, format!("this merchant has no echo: {error}"));
        }
        Err(error) => findings.wrong(check, error.to_string(), remedy(&error)),
    }
}

fn remedy(error: &Error) -> &'static str {
    match error.kind() {
        ErrorKind::Unverified(error) => unbelieved(error),
        ErrorKind::Api(api) => match (api.status(), api.signature()) {
            (StatusCode::BAD_REQUEST, _) => {
                "WeChat Pay does not know the key that is named to it: is it this merchant's public key ID or platform \
                 certificate?"
            }
            (StatusCode::UNAUTHORIZED, SignatureState::Absent) => {
                "merchant number, serial and private key have to belong to one API certificate that is in force; compare \
                 them with the merchant platform (API安全), and look at the clock"
            }
            (_, SignatureState::Bad(error)) => unbelieved(error),
            _ => "see what WeChat Pay says",
        },
        ErrorKind::Certificates(_) => {
            "if the merchant has no certificates, give the public key and its ID; if they do not open, the APIv3 key is \
             another"
        }
        ErrorKind::Open(_) => "the private key does not belong to the serial that is set",
        ErrorKind::Transport(_) => "look at the connection",
        _ => "see what it says",
    }
}

fn unbelieved(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::UnknownSerial { .. } => "give the key of that name, too: during a change of keys both are in use",
        VerifyError::Signature => "the key that is configured under that name is not WeChat Pay's; download it again",
        VerifyError::Clock { .. } => "have this machine's clock set by NTP",
        VerifyError::Probe => "try again: WeChat Pay tests now and then whether wrong signatures are refused",
        _ => "a proxy on the way may strip headers, or it was not WeChat Pay that answered",
    }
}

const OWN: [&str; 2] = ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"];
const MESSAGE: &str = "wxpay doctor";
/// With one attempt.
const PATIENCE: Duration = Duration::from_secs(10);
