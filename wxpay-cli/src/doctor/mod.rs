//! `wxpay doctor`: looks at a configuration from all sides, without moving money.

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
/// The calls are GET /v3/certificates and POST /v3/security/echo (签名验签／加解密测试), which has WeChat Pay repeat a
/// message. Every check is made, even if one before has failed; exit code 5 says that something is wrong.
///
/// With --notify-url the echo is notified too, which tries the APIv3 key and the way to the shop. With --listen the
/// notification is received here, verified, opened, and compared with what was sent: only then it is proven. Without,
/// exit code 8 says that nobody has seen it arrive.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Looks at the files only, and sends nothing
    #[arg(long)]
    offline: bool,
    #[command(flatten)]
    notified: Notified,
    #[command(flatten)]
    source: Source,
}

/// The notification that is asked for.
#[derive(Args)]
struct Notified {
    /// Has WeChat Pay notify the echo to this URL: https, a public host, a path
    #[arg(long, value_name = "URL", conflicts_with = "offline")]
    notify_url: Option<String>,
    /// Receives the notification here, in place of the shop. It listens without TLS: a reverse proxy that has the URL's
    /// certificate hands on to it
    #[arg(long, value_name = "HOST:PORT", requires = "notify_url")]
    listen: Option<SocketAddr>,
    /// How long it waits for the notification, in seconds. Ctrl-C ends it before
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
        let text = format!("the environment has {given}, which is not read");
        findings.push(Finding::warning("environment", text, format!("{known} is read")));
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
