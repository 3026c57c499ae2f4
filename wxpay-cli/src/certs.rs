//! `wxpay certs`: WeChat Pay's keys, those that are configured and those that can be downloaded.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use wxpay::certificates::PlatformCertificates;
use wxpay::client::Client;
use wxpay::crypto::Backend;
use wxpay::envelope::Envelope;
use wxpay::error::{Error, ErrorCode};
use wxpay::keys::{ApiV3Key, Certificate};
use wxpay::prelude::DateTime;

use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::show;

/// Lists WeChat Pay's public keys and platform certificates: those that are configured, and those that it has now
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay certs
  wxpay certs --out platform")]
pub(crate) struct Arguments {
    /// Writes each downloaded certificate into this folder, as SERIAL.pem
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    source: Source,
}

/// A platform certificate that WeChat Pay has now.
pub(crate) struct Downloaded {
    pub(crate) certificate: Certificate,
    pub(crate) pem: String,
}

/// Why certificates were not had.
pub(crate) enum Lacking {
    /// The merchant has none, and uses the public key.
    None,
    /// The call failed.
    Call(Box<Error>),
    /// The answer was verified, but is not what it should be, or does not open; the text says how.
    Sealed(String),
}

/// The certificates that WeChat Pay has now: verified, opened, read.
pub(crate) async fn download(client: &Client) -> Result<Vec<Downloaded>, Lacking> {
    let answer = client.send_raw(Method::GET, "/v3/certificates?algorithm_type=RSA", "").await.map_err(|error| {
        let none = matches!(error.code(), Some(ErrorCode::ResourceNotExists | ErrorCode::NotFound));
        match error.status() {
            Some(StatusCode::NOT_FOUND) if none => Lacking::None,
            _ => Lacking::Call(Box::new(error)),
        }
    })?;
    let sealed: PlatformCertificates =
        wxpay::from_json(answer.body()).map_err(|error| Lacking::Sealed(error.to_string()))?;
    let (Some(key), Some(backend)) = (client.merchant().api_v3_key(), Backend::preferred()) else {
        return Err(Lacking::Sealed("there is no APIv3 key to open them with".to_owned()));
    };
    let sealed = sealed.data.iter().filter_map(|entry| entry.encrypt_certificate.as_ref());
    sealed
        .map(|sealed| {
            let envelope = Envelope {
                algorithm: &sealed.algorithm,
                nonce: &sealed.nonce,
                associated_data: sealed.associated_data.as_deref(),
                ciphertext: &sealed.ciphertext,
            };
            opened(&envelope, backend, key).map_err(Lacking::Sealed)
        })
        .collect()
}

fn opened(envelope: &Envelope<'_>, backend: Backend, key: &ApiV3Key) -> Result<Downloaded, String> {
    let pem = envelope.open(backend, key).map_err(|error| error.to_string())?;
    let pem = String::from_utf8(pem.to_vec()).map_err(|_| "a certificate is no text".to_owned())?;
    let certificate = Certificate::from_pem(&pem).map_err(|error| error.to_string())?;
    Ok(Downloaded { certificate, pem })
}

/// A line of the table.
struct Known {
    serial: String,
    kind: &'static str,
    expires: Option<i64>,
    configured: bool,
    downloaded: bool,
}

pub(crate) async fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let client = arguments.source.client()?;
    let mut known: Vec<_> = client
        .platform()
        .keys()
        .iter()
        .map(|key| Known {
            serial: key.serial().to_owned(),
            kind: if key.is_public_key() { "public key" } else { "certificate" },
            expires: key.expires(),
            configured: true,
            downloaded: false,
        })
        .collect();
    let downloaded = match download(&client).await {
        Ok(downloaded) => downloaded,
        Err(Lacking::None) => Vec::new(),
        Err(Lacking::Call(error)) => return Err(Failure::Call(error)),
        Err(Lacking::Sealed(reason)) => {
            let remedy = "compare the APIv3 key with the merchant platform; `wxpay doctor` looks at all of it";
            return Err(Failure::Usage(format!("the downloaded certificates cannot be read: {reason}; {remedy}")));
        }
    };
    for Downloaded { certificate, .. } in &downloaded {
        match known.iter_mut().find(|known| known.serial == certificate.serial()) {
            Some(known) => known.downloaded = true,
            None => known.push(Known {
                serial: certificate.serial().to_owned(),
                kind: "certificate",
                expires: i64::try_from(certificate.not_after()).ok(),
                configured: false,
                downloaded: true,
            }),
        }
    }
    if let Some(folder) = &arguments.out {
        write(folder, &downloaded)?;
    }
    if json {
        list(&known, out)?;
    } else {
        table(&known, out)?;
    }
    Ok(Exit::Done)
}

fn write(folder: &Path, downloaded: &[Downloaded]) -> Result<(), Failure> {
    let failed = |path: &Path, error| Failure::Usage(format!("{} cannot be written: {error}", show::path(path)));
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    for Downloaded { certificate, pem } in downloaded {
        let path = folder.join(certificate.serial()).with_extension("pem");
        // It has its name once all of it is there.
        let part = folder.join(format!(".{}.part", certificate.serial()));
        let written = fs::write(&part, pem).and_then(|()| fs::rename(&part, &path));
        written.map_err(|error| failed(&path, error))?;
    }
    Ok(())
}

fn list(known: &[Known], out: &mut dyn Write) -> std::io::Result<()> {
    let list: Value = known
        .iter()
        .map(|known| {
            json!({
                "serial": known.serial,
                "kind": known.kind,
                "expires": known.expires.map(date),
                "configured": known.configured,
                "downloaded": known.downloaded,
            })
        })
        .collect();
    writeln!(out, "{}", show::pretty(&list)?)
}

fn table(known: &[Known], out: &mut dyn Write) -> std::io::Result<()> {
    let width = known.iter().map(|known| known.serial.len()).max().unwrap_or(0);
    for Known { serial, kind, expires, configured, downloaded } in known {
        let from = match (configured, downloaded) {
            (true, true) => "configured, downloaded",
            (true, false) => "configured",
            _ => "downloaded",
        };
        let end = expires.map_or_else(|| "does not expire".to_owned(), |end| format!("expires {}", date(end)));
        writeln!(out, "{serial:<width$}  {kind:<11}  {end:<33}  {from}")?;
    }
    Ok(())
}

/// A time in seconds since 1970, as an RFC 3339 time.
pub(crate) fn date(seconds: i64) -> String {
    DateTime::from_unix_timestamp(seconds).map_or_else(|| seconds.to_string(), |time| time.to_string())
}
