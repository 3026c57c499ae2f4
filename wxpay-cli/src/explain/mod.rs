//! `wxpay explain`: why a signature does not hold.

mod capture;
mod told;

use std::fs;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use wxpay::crypto::Backend;
use wxpay::keys::{ApiV3Key, Certificate, certificate_serial, private_key_der, public_key_der};
use wxpay::prelude::DateTime;
use wxpay::server::content;
use wxpay::server::explain::{Captured, Notified, Signatory, notification, request};

use self::capture::Message;
use crate::configuration::{Configuration, Source};
use crate::outcome::{Exit, Failure};
use crate::show;

/// Says whether the signature of a captured request or notification holds, and if not, why
///
/// Nothing is sent. What is captured is the HTTP message as text: a first line, headers, an empty line, and the body byte
/// for byte. Behind the end that Content-Length tells nothing is read, so that an editor's last line feed does no harm.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A request to WeChat Pay, as it left, or as a proxy or log has it
    Request(OfRequest),
    /// A notification of WeChat Pay, or its answer to a call, as it arrived
    Notification(OfNotification),
}

#[derive(Args)]
struct OfRequest {
    /// The captured message, or - for standard input
    #[arg(required_unless_present = "method", conflicts_with_all = ["method", "url", "authorization", "body"])]
    file: Option<PathBuf>,
    /// In place of a captured message: the method
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
    /// When it arrived, in seconds since 1970 or RFC 3339; without it the clock is not looked at
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
    /// In place of a captured message: its headers
    #[arg(long, value_name = "FILE", requires = "body")]
    headers: Option<PathBuf>,
    /// The body
    #[arg(long, value_name = "FILE")]
    body: Option<PathBuf>,
    /// When it arrived, in seconds since 1970 or RFC 3339; without it the clock is not looked at
    #[arg(long, value_name = "TIME", value_parser = time)]
    at: Option<i64>,
    #[command(flatten)]
    source: Source,
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let backend = Backend::preferred().ok_or_else(|| Failure::Usage("no crypto library is compiled in".to_owned()))?;
    let diagnosis = match &arguments.what {
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
            let captured = Captured {
                method: &message.method,
                target: &message.target,
                host: message.host.as_deref(),
                authorization: message.authorization(),
                body: &message.body,
                signed_by_wechat_pay: message.headers.contains_key("wechatpay-signature"),
                meta: (form.body != message.body).then_some(&*form.body),
            };
            // They only tell whose key a request names, and are no reason to stop.
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
            let key = configuration.api_v3_key()?.map(|text| {
                let wrong = "the APIv3 key has not 32 characters";
                ApiV3Key::new(text).ok_or_else(|| Failure::Usage(wrong.to_owned()))
            });
            let key = key.transpose()?;
            let notified = Notified { headers: &message.headers, body: &message.body };
            let platform: Vec<_> = platform.iter().map(|key| key.signatory("")).collect();
            let own: Vec<_> = own.iter().map(|key| key.signatory("")).collect();
            notification(&notified, &platform, &own, key.as_ref(), of.at, backend)
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
        Ok(message)
    }
}

/// A key, and whose it is.
struct Key {
    /// Empty where that is not known.
    caller: String,
    serial: String,
    spki: Vec<u8>,
}

impl Key {
    fn of_certificate(caller: &str, path: &Path) -> Result<Self, Failure> {
        let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
        let certificate = Certificate::from_pem(&text(path)?).map_err(wrong)?;
        Ok(Self {
            caller: caller.to_owned(),
            serial: certificate.serial().to_owned(),
            spki: certificate.spki().to_vec(),
        })
    }

    /// `caller` is believed where the holder is not known.
    fn signatory<'a>(&'a self, caller: &'a str) -> Signatory<'a> {
        let caller = if self.caller.is_empty() { caller } else { &self.caller };
        Signatory { caller, serial: &self.serial, spki: &self.spki }
    }
}

/// The merchant's own: the certificate, or the public half of the private key.
fn own(configuration: &Configuration, backend: Backend) -> Result<Vec<Key>, Failure> {
    let settings = &configuration.settings;
    let caller = settings.mchid.clone().unwrap_or_default();
    if let Some(path) = &settings.merchant_certificate {
        return Ok(vec![Key::of_certificate(&caller, path)?]);
    }
    let (Some(path), Some(serial)) = (&settings.private_key, &settings.merchant_serial) else { return Ok(Vec::new()) };
    let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
    let private = private_key_der(&text(path)?).and_then(|der| (backend.private_key)(&der)).map_err(wrong)?;
    let serial = certificate_serial(serial).unwrap_or_else(|| serial.clone());
    Ok(vec![Key { caller, serial, spki: private.spki }])
}

fn platform(configuration: &Configuration) -> Result<Vec<Key>, Failure> {
    let settings = &configuration.settings;
    let certificates = settings.platform_certificates.iter().map(|path| Key::of_certificate("", path));
    let mut keys: Vec<_> = certificates.collect::<Result<_, _>>()?;
    if let (Some(id), Some(path)) = (&settings.platform_public_key_id, &settings.platform_public_key) {
        let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
        // As a certificate has it: in SPKI form.
        let spki = Backend::preferred()
            .map(|backend| public_key_der(&text(path)?).and_then(|der| (backend.public_key)(&der)).map_err(wrong));
        if let Some(public) = spki.transpose()? {
            keys.push(Key { caller: String::new(), serial: id.clone(), spki: public.spki });
        }
    }
    Ok(keys)
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

fn text(path: &Path) -> Result<zeroize::Zeroizing<String>, Failure> {
    let text = fs::read_to_string(path).map(zeroize::Zeroizing::new);
    text.map_err(|error| Failure::Usage(format!("{} cannot be read: {error}", show::path(path))))
}

fn time(text: &str) -> Result<i64, String> {
    if let Ok(seconds) = text.parse() {
        return Ok(seconds);
    }
    let time: Result<DateTime, _> = text.parse();
    time.map(|time| time.unix_timestamp()).map_err(|_| "neither seconds since 1970 nor RFC 3339".to_owned())
}
