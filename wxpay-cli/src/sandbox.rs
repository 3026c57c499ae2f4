//! `wxpay sandbox`: a local WeChat Pay, for a client in any language.

use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};
use serde_json::json;
use wxpay_sandbox::{Credentials, Keys, Sandbox, SandboxError};

use crate::outcome::{Exit, Failure, started};
use crate::show;
use crate::stop::stopped;

/// Runs a local WeChat Pay, until Ctrl-C or SIGTERM
#[derive(Args)]
#[command(
    after_help = "DIR/sandbox.json has the sandbox's addresses and keys. It is written when all hosts listen, and \
    removed when the sandbox stops.

Examples:
  wxpay sandbox --dir sandbox
  wxpay sandbox --dir sandbox --db books.sqlite --tls --addr 127.0.0.1:8443"
)]
pub(crate) struct Arguments {
    /// The folder for the keys and sandbox.json. A sandbox that starts there again has the same keys
    #[arg(long, default_value = "wxpay-sandbox")]
    dir: PathBuf,
    /// The address of the main host. Port 0 is a free port
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
    addr: SocketAddr,
    /// The address of the backup host
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
    backup_addr: SocketAddr,
    /// The address of the page and the admin API
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:0")]
    admin_addr: SocketAddr,
    /// Stores the books in this file: orders, refunds and everything else. Without it they are gone when the sandbox stops
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
    /// Speaks https at the main and the backup host, also under WeChat Pay's own host names and as a proxy for them. Clients have
    /// to trust DIR/ca.pem, which is another one at each start
    #[arg(long)]
    tls: bool,
    /// WeChat Pay's keys that the merchant has: they sign answers and notifications
    #[arg(long, value_enum, default_value_t)]
    keys: KeysOfMerchant,
    /// Repeats notifications N times as fast as WeChat Pay does
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    time_scale: u32,
    /// Allows addresses that other machines can reach
    #[arg(long)]
    allow_remote: bool,
    /// Lets notifications go to this host although it is not public, also by http. May be given several times
    #[arg(long, value_name = "HOST")]
    notify_to: Vec<String>,
    /// Refuses members that are not documented
    #[arg(long)]
    strict: bool,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum KeysOfMerchant {
    /// The public key (微信支付公钥), as new merchants have it
    #[default]
    PublicKey,
    /// Platform certificates (平台证书)
    Certificate,
    /// Both, as a merchant has while it changes from one to the other (灰度切换)
    Both,
}

impl From<KeysOfMerchant> for Keys {
    fn from(keys: KeysOfMerchant) -> Self {
        match keys {
            KeysOfMerchant::PublicKey => Self::PublicKey,
            KeysOfMerchant::Certificate => Self::Certificate,
            KeysOfMerchant::Both => Self::Both,
        }
    }
}

pub(crate) fn run(arguments: Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    started(tokio::runtime::Builder::new_multi_thread().enable_all().build())?.block_on(serve(arguments, json, out))
}

async fn serve(arguments: Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    // Installed before anybody knows that it runs, because from then on it may be stopped.
    let stopped = stopped()?;
    let mut builder = Sandbox::builder()
        .directory(&arguments.dir)
        .address(arguments.addr)
        .backup_address(arguments.backup_addr)
        .admin_address(arguments.admin_addr)
        .allow_remote(arguments.allow_remote)
        .tls(arguments.tls)
        .keys(arguments.keys.into())
        .strict(arguments.strict)
        .examples(true)
        .notification_second(Duration::from_secs(1) / arguments.time_scale);
    if let Some(path) = &arguments.db {
        builder = builder.database(path);
    }
    for host in &arguments.notify_to {
        builder = builder.notify_to(host);
    }
    let sandbox = builder.start().await?;
    let said = say(&arguments, &sandbox, json, out);
    // The sandbox goes on even if nobody reads the output.
    match said {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
        _ => {}
    }
    stopped.await;
    sandbox.stop().await;
    Ok(Exit::Done)
}

fn say(arguments: &Arguments, sandbox: &Sandbox, json: bool, out: &mut dyn Write) -> std::io::Result<()> {
    let facts = arguments.dir.join("sandbox.json");
    let page = format!("{}/?token={}", sandbox.admin_url(), sandbox.admin_token());
    if json {
        let said = json!({
            "base_url": sandbox.url(),
            "backup_url": sandbox.backup_url(),
            "admin_url": sandbox.admin_url(),
            "page": page,
            "facts": facts,
            "keys": sandbox.credentials().keys,
        });
        writeln!(out, "{}", show::pretty(&said)?)?;
        return out.flush();
    }
    writeln!(out, "main host    {}", sandbox.url())?;
    writeln!(out, "backup host  {}", sandbox.backup_url())?;
    writeln!(out, "page         {page}")?;
    writeln!(out, "keys, token  {}", show::path(&facts))?;
    match &arguments.db {
        Some(path) => writeln!(out, "books        {}", show::path(path))?,
        None => writeln!(out, "books        in memory; --db FILE stores them")?,
    }
    if let Some(proxy) = sandbox.proxy_url() {
        writeln!(out, "trust        {}", show::path(&arguments.dir.join("ca.pem")))?;
        writeln!(out, "proxy        {proxy} for the process that calls api.mch.weixin.qq.com (HTTPS_PROXY)")?;
    }
    writeln!(out, "merchant     {}", sandbox.credentials().mchid)?;
    writeln!(out, "signed by    {}", signers(sandbox.credentials()))?;
    out.flush()
}

/// The keys that sign answers and notifications.
fn signers(Credentials { keys, public_key_id, platform_serial, .. }: &Credentials) -> String {
    match keys {
        Keys::PublicKey => format!("the public key {public_key_id}"),
        Keys::Certificate => format!("the certificate {platform_serial}"),
        Keys::Both => format!(
            "the public key {public_key_id} or the certificate {platform_serial}: answers by the key that the request names, or \
             else by the certificate; notifications by both in turn"
        ),
    }
}

impl From<SandboxError> for Failure {
    fn from(error: SandboxError) -> Self {
        let remedy = match &error {
            SandboxError::Remote(_) => "; --allow-remote does that",
            _ => "",
        };
        Self::Usage(format!("{error}{remedy}"))
    }
}
