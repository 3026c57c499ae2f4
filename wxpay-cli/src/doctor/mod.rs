//! `wxpay doctor`: checks a configuration without moving money.

mod arrival;
mod finding;
mod online;
mod waiting;

use std::io::Write;
use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use wxpay::client::{Builder, Inspection};
use wxpay::finding::Finding;

use self::finding::Findings;
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::show;

/// Checks a configuration: clock, keys, certificates, connection, and two calls that change nothing
///
/// The calls are GET /v3/certificates and POST /v3/security/echo (签名验签／加解密测试), which makes WeChat Pay repeat a message. Every
/// check is made, even if an earlier one has failed. Exit code 5 means that something is wrong.
///
/// With --notify-url WeChat Pay also sends the echo as a notification, which tests the APIv3 key and the way to the shop. With
/// --listen this command receives the notification, verifies it, opens it, and compares it with what was sent: only this is a
/// proof. Without --listen the exit code is 8, because nobody has seen the notification arrive.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Checks only the files, and sends nothing
    #[arg(long)]
    offline: bool,
    #[command(flatten)]
    notified: Notified,
    #[command(flatten)]
    source: Source,
}

/// The notification to ask for.
#[derive(Args)]
struct Notified {
    /// Makes WeChat Pay send the echo as a notification to this URL: https, a public host, a path
    #[arg(long, value_name = "URL", conflicts_with = "offline")]
    notify_url: Option<String>,
    /// Receives the notification at this address, instead of the shop. It listens without TLS, behind a reverse proxy that has
    /// the URL's certificate
    #[arg(long, value_name = "HOST:PORT", requires = "notify_url")]
    listen: Option<SocketAddr>,
    /// Seconds to wait for the notification. Ctrl-C ends the wait
    #[arg(long, value_name = "SECONDS", default_value_t = 60, requires = "listen", value_parser = clap::value_parser!(u32).range(1..=86_400))]
    wait: u32,
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let configuration = arguments.source.load()?;
    let mut findings = Findings::default();
    match configuration.has_file {
        true => findings.push(Finding::right("configuration", configuration.origin.clone())),
        false => findings.push(Finding::skipped("configuration", configuration.origin.clone())),
    }
    for (given, known) in Builder::unread_variables("WXPAY_") {
        let text = format!("the environment has {given}, which has no effect");
        findings.push(Finding::warning("environment", text, format!("did you mean {known}?")));
    }
    let Inspection { findings: found, client, connection, .. } = configuration.builder().inspect();
    found.into_iter().for_each(|finding| findings.push(finding));
    for path in configuration.exposed().into_iter().map(show::path) {
        let text = format!("everybody on this machine can read {path}");
        findings.push(Finding::warning("file mode", text, format!("chmod 600 {path}")));
    }
    if !arguments.offline {
        findings.extend(online::check(client, connection, &arguments.notified, !json).await?);
    }
    findings.show(json, out)?;
    Ok(findings.exit())
}

impl Notified {
    fn patience(&self) -> Duration {
        Duration::from_secs(self.wait.into())
    }
}
