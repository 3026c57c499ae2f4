//! The checks that only WeChat Pay can answer, asked by the library; with a client where there is enough for one, else without.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use wxpay::client::Client;
use wxpay::doctor::{self, Connection, Proof};
use wxpay::finding::{Finding, State};
use wxpay::transport::{Options, Proxy, ProxyUrl, Reqwest, TokioTimer, Trouble};

use super::keys::Usable;
use super::{Notified, arrival, waiting};
use crate::configuration::Settings;
use crate::outcome::Failure;
use crate::show;

pub(super) async fn check(
    settings: &Settings,
    usable: &Usable,
    notified: &Notified,
    aloud: bool,
) -> Result<Vec<Finding>, Failure> {
    let problem = match usable.client(settings) {
        Some(Ok(client)) => return asked(&client, notified, aloud).await,
        Some(Err(error)) => Finding::wrong("signed call", error.to_string(), "see the findings above"),
        None => Finding::skipped("signed call", "number, private key, serial, or WeChat Pay's keys are not good"),
    };
    let transport = match transport(settings) {
        Ok(transport) => transport,
        Err(finding) => return Ok(vec![finding, skipped("signed call"), skipped("encryption")]),
    };
    let hosts = settings.hosts().unwrap_or_else(|| OWN.map(str::to_owned).to_vec());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs().cast_signed());
    let Connection { mut findings, .. } = doctor::connection(&transport, Some(&TokioTimer), &hosts, &now).await;
    findings.extend([problem, skipped("encryption")]);
    findings.extend(notified.notify_url.as_ref().map(|_| skipped("notification")));
    Ok(findings)
}

fn skipped(check: &'static str) -> Finding {
    Finding::skipped(check, "without a client nothing is sent")
}

async fn asked(client: &Client, notified: &Notified, aloud: bool) -> Result<Vec<Finding>, Failure> {
    let Some(url) = &notified.notify_url else { return Ok(doctor::check(client).await) };
    let proof = Proof::begin(client, url).map_err(|error| Failure::Usage(error.to_string()))?;
    let Some(address) = notified.listen else { return Ok(proof.check().await) };
    let mut arrivals = arrival::listen(address, proof).await?;
    let mut findings = arrivals.proof().check().await;
    let Some(sent) = findings.pop_if(|last| last.state == State::Unproven) else { return Ok(findings) };
    let arrived = waiting::wait(&mut arrivals, notified.patience(), sent, aloud).await;
    arrivals.stop().await;
    // What a notification has proven needs no certificates to be tried on.
    let proven = arrived.iter().any(|finding| matches!(finding.state, State::Right | State::Warning));
    for key in findings.iter_mut().filter(|finding| proven && finding.check == KEY && finding.state == State::Skipped) {
        *key = Finding::right(KEY, "opens the notification");
    }
    findings.extend(arrived);
    Ok(findings)
}

/// The way to WeChat Pay alone, for where no client can be made; or what is wrong with it.
fn transport(settings: &Settings) -> Result<Reqwest, Finding> {
    let mut options = Options::default();
    if let Some(path) = &settings.root_certificate {
        let unread = |problem: String| {
            let text = format!("{}: {problem}", show::path(path));
            Finding::wrong("root certificate", text, "needed is a PEM file of `-----BEGIN CERTIFICATE-----` blocks")
        };
        let pem = fs::read_to_string(path).map_err(|error| unread(error.to_string()))?;
        options = options.trusting(&pem).map_err(|error| unread(error.to_string()))?;
    }
    if let Some(url) = &settings.proxy {
        let wrong = |problem| Finding::wrong("proxy", format!("it {problem}"), "http://user:password@host:port");
        options.proxy = Proxy::Through(ProxyUrl::parse(url).map_err(wrong)?);
    }
    Reqwest::new(options).map_err(|error| {
        let remedy = match error.trouble() {
            Some(Trouble::Descriptors) => "raise this process's limit of file descriptors (`ulimit -n`)",
            _ => "install ca-certificates, or give the authorities as a file with `root_certificate`",
        };
        Finding::wrong("connection", error.to_string(), remedy)
    })
}

const OWN: [&str; 2] = ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"];
const KEY: &str = "APIv3 key, tried";
