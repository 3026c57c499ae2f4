//! `wxpay explain`: the reason that a signature is invalid.

mod capture;
mod keys;
mod payment;
mod told;

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use wxpay::crypto::Backend;
use wxpay::prelude::DateTime;
use wxpay::server::content;
use wxpay::server::explain::{Captured, Notified, notification, request};

use self::capture::Message;
use self::keys::{Key, api_v3_keys, own, platform};
use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::show;

/// Says if the signature of a captured request, a notification or a payment is valid, and if not, why
///
/// Nothing is sent. A request or a notification is captured as its HTTP text: the first line, the headers, an empty line, and the
/// body byte for byte. Bytes behind the end that Content-Length gives, such as a line feed, are ignored.
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay explain request captured.txt
  wxpay explain request --method GET --url '/v3/certificates' --authorization 'WECHATPAY2-SHA256-RSA2048 ..'
  wxpay explain notification --headers headers.txt --body body.json
  wxpay explain payment parameters.json --appid wxd678efh567hg6787")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A request to WeChat Pay, as it was sent, or as a proxy or log recorded it
    Request(OfRequest),
    /// A notification from WeChat Pay, or its answer to a call, as it arrived
    Notification(OfNotification),
    Payment(payment::Arguments),
}

#[derive(Args)]
struct OfRequest {
    /// The captured message, or - for standard input
    #[arg(required_unless_present = "method", conflicts_with_all = ["method", "url", "authorization", "body"])]
    file: Option<PathBuf>,
    /// Instead of a captured message: the method
    #[arg(long, requires = "url")]
    method: Option<String>,
    /// The URL, or path and query
    #[arg(long)]
    url: Option<String>,
    /// The Authorization header
    #[arg(long)]
    authorization: Option<String>,
    /// The body
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// Certificates of other merchants that may have signed
    #[arg(long, value_name = "FILE")]
    certificate: Vec<PathBuf>,
    /// The time of arrival, in seconds since 1970 or RFC 3339; without it the clock is not checked
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<i64>,
    #[command(flatten)]
    source: Source,
}

#[derive(Args)]
struct OfNotification {
    /// The captured message, or - for standard input
    #[arg(required_unless_present = "headers", conflicts_with_all = ["headers", "body"])]
    file: Option<PathBuf>,
    /// Instead of a captured message: its headers
    #[arg(long, value_name = "FILE", requires = "body")]
    headers: Option<PathBuf>,
    /// The body
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// The time of arrival, in seconds since 1970 or RFC 3339; without it the clock is not checked
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<i64>,
    #[command(flatten)]
    source: Source,
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let backend = Backend::preferred().ok_or_else(|| Failure::Usage("no crypto library is compiled in".to_owned()))?;
    let diagnosis = match &arguments.what {
        What::Payment(of) => return payment::run(of, backend, json, out),
        What::Request(of) => {
            let message = of.message()?;
            let configuration = of.source.load()?;
            let mut keys = own(&configuration, backend)?;
            for path in &of.certificate {
                keys.push(Key::of_certificate("", path)?);
            }
            if keys.is_empty() {
                let needed = "no key to compare with: give the merchant's certificate (`merchant_certificate`), or its \
                              private key and serial";
                return Err(Failure::Usage(format!("{needed} ({})", configuration.origin)));
            }
            let form = content(&message.headers, message.body.clone().into()).await;
            let form = form.map_err(|error| Failure::Usage(error.to_string()))?;
            let captured = Captured::new(&message.method, &message.target, &message.whole)
                .with_host(message.host.as_deref())
                .with_authorization(message.authorization())
                .with_content_length(message.content_length())
                .with_meta((form.body != message.body).then_some(&*form.body))
                .with_signature_of_wechat_pay(message.headers.contains_key("wechatpay-signature"));
            // WeChat Pay's keys only help to name the key of a request, so an error is no reason to stop.
            let platform = platform(&configuration).unwrap_or_default();
            let merchants = keys.iter().map(|key| key.signatory(message.caller()));
            let known: Vec<_> = merchants.chain(platform.iter().map(|key| key.signatory(""))).collect();
            request(&captured, &known, of.at, backend)
        }
        What::Notification(of) => {
            let message = of.message()?;
            let configuration = of.source.load()?;
            let (platform, own) = (platform(&configuration)?, own(&configuration, backend)?);
            if platform.is_empty() {
                let needed = "no key of WeChat Pay to compare with: give `platform_public_key` and its ID, or \
                              `platform_certificates`; `wxpay certs --out DIR` downloads those";
                return Err(Failure::Usage(format!("{needed} ({})", configuration.origin)));
            }
            let keys = api_v3_keys(&configuration)?;
            let keys: Vec<_> = keys.iter().collect();
            let notified = Notified::new(&message.headers, &message.body);
            let platform: Vec<_> = platform.iter().map(|key| key.signatory("")).collect();
            let own: Vec<_> = own.iter().map(|key| key.signatory("")).collect();
            notification(&notified, &platform, &own, &keys, of.at, backend)
        }
    };
    told::diagnosis(&diagnosis, json, out)?;
    Ok(if diagnosis.is_right() { Exit::Done } else { Exit::Wrong })
}

impl OfRequest {
    fn message(&self) -> Result<Message, Failure> {
        let (Some(method), Some(url)) = (&self.method, &self.url) else {
            return capture::message(&read(self.file.as_deref().unwrap_or(Path::new("-")))?);
        };
        let body = self.body.as_deref().map(read).transpose()?.unwrap_or_default();
        capture::given(method, url, self.authorization.as_deref(), body)
    }
}

impl OfNotification {
    fn message(&self) -> Result<Message, Failure> {
        let (Some(headers), Some(body)) = (&self.headers, &self.body) else {
            return capture::message(&read(self.file.as_deref().unwrap_or(Path::new("-")))?);
        };
        let mut message = capture::message(&read(headers)?)?;
        message.body = read(body)?;
        message.whole = message.body.clone();
        Ok(message)
    }
}

/// A file, or standard input.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = match path.to_str() {
        Some("-") => std::io::stdin().read_to_end(&mut bytes).map(|_| bytes),
        _ => fs::read(path),
    };
    read.map_err(|error| Failure::Usage(format!("{} cannot be read: {error}", show::path(path))))
}

fn time(text: &str) -> Result<i64, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(seconds);
    }
    let time: Result<DateTime, _> = text.parse();
    time.map(|time| time.unix_timestamp()).map_err(|_| "expected seconds since 1970 or a time in RFC 3339".to_owned())
}
