//! The online checks, made by the library: with a client if the configuration suffices for one, and without one otherwise.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use wxpay::client::Client;
use wxpay::doctor::{self, Proof};
use wxpay::finding::{Finding, State};
use wxpay::transport::{TokioTimer, Transport};

use super::{Notified, arrival, waiting};
use crate::outcome::Failure;

pub(super) async fn check(
    client: Option<Client>,
    connection: Option<(Arc<dyn Transport>, Vec<String>)>,
    notified: &Notified,
    aloud: bool,
) -> Result<Vec<Finding>, Failure> {
    if let Some(client) = client {
        return asked(&client, notified, aloud).await;
    }
    let mut findings = match connection {
        Some((transport, hosts)) => {
            let now = || {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
                i64::try_from(since).unwrap_or(i64::MAX)
            };
            doctor::connection(&*transport, Some(&TokioTimer), &hosts, &now).await.findings
        }
        None => vec![Finding::skipped("connection", "the connection's settings are wrong, see above")],
    };
    findings.push(Finding::skipped(
        "signed call",
        "merchant number, private key, serial or WeChat Pay's keys are missing or wrong",
    ));
    findings.push(skipped("encryption"));
    findings.extend(notified.notify_url.as_ref().map(|_| skipped("notification")));
    Ok(findings)
}

fn skipped(check: &'static str) -> Finding {
    Finding::skipped(check, "nothing is sent without a complete configuration")
}

async fn asked(client: &Client, notified: &Notified, aloud: bool) -> Result<Vec<Finding>, Failure> {
    let Some(url) = &notified.notify_url else { return Ok(doctor::check(client).await) };
    let proof = Proof::begin(client, url).map_err(|error| Failure::Usage(error.to_string()))?;
    let Some(address) = notified.listen else { return Ok(proof.check().await) };
    let mut arrivals = arrival::listen(address, proof).await?;
    let mut findings = arrivals.proof().check().await;
    if findings.last().is_none_or(|last| last.state != State::Unproven) {
        return Ok(findings);
    }
    let Some(sent) = findings.pop() else { return Ok(findings) };
    let arrived = waiting::wait(&mut arrivals, notified.patience(), sent, aloud).await;
    arrivals.stop().await;
    // The notification has proven the key, so it need not be tried on certificates.
    let proven = arrived.iter().any(|finding| matches!(finding.state, State::Right | State::Warning));
    for key in findings.iter_mut().filter(|finding| proven && finding.check == KEY && finding.state == State::Skipped) {
        *key = Finding::right(KEY, "opens the notification");
    }
    findings.extend(arrived);
    Ok(findings)
}

const KEY: &str = "APIv3 key, tried";
