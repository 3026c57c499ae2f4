//! `wxpay doctor`: looks at a configuration from all sides, without moving money.

mod finding;
mod keys;
mod online;
mod platform;

use std::io::Write;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;

use self::finding::Findings;
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};

/// Checks a configuration: keys, certificates, clock, connection, and two calls that change nothing
///
/// The calls are GET /v3/certificates and POST /v3/security/echo (签名验签／加解密测试), which has WeChat Pay repeat a
/// message. Every check is made, even if one before has failed; exit code 5 says that something is wrong.
#[derive(Args)]
pub(crate) struct Arguments {
    /// Looks at the files only, and sends nothing
    #[arg(long)]
    offline: bool,
    #[command(flatten)]
    source: Source,
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let configuration = arguments.source.load()?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs().cast_signed());
    let mut findings = Findings::default();
    match configuration.has_file {
        true => findings.right("configuration", configuration.origin.clone()),
        false => findings.skipped("configuration", configuration.origin.clone()),
    }
    let usable = keys::check(&configuration, now, &mut findings);
    if !arguments.offline {
        online::check(&configuration, &usable, now, &mut findings).await;
    }
    findings.show(json, out)?;
    Ok(if findings.any_wrong() { Exit::Wrong } else { Exit::Done })
}
