//! `wxpay certs`: WeChat Pay's keys, configured and downloaded.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};
use wxpay::certificates::{Downloaded, Lacking, download};
use wxpay::prelude::DateTime;

use crate::configuration::Source;
use crate::outcome::{Exit, Failure};
use crate::show;

/// Lists WeChat Pay's public keys and platform certificates: the configured ones, and those that WeChat Pay has now
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay certs
  wxpay certs --out platform")]
pub(crate) struct Arguments {
    /// Writes each downloaded certificate into this folder, as SERIAL.pem. A different file with that name is not overwritten
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    source: Source,
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
            let remedy =
                "compare the APIv3 key with the merchant platform; `wxpay doctor` checks the whole configuration";
            return Err(Failure::Usage(format!("the downloaded certificates cannot be read: {reason}; {remedy}")));
        }
        Err(other) => return Err(Failure::Usage(format!("the certificates could not be downloaded: {other:?}"))),
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
    for Downloaded { certificate, pem, .. } in downloaded {
        let path = folder.join(certificate.serial()).with_extension("pem");
        match fs::read(&path) {
            Ok(there) if there == pem.as_bytes() => continue,
            Ok(_) => {
                let path = show::path(&path);
                return Err(Failure::Usage(format!(
                    "{path} is a different file, and is not overwritten: move it away"
                )));
            }
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(failed(&path, error)),
        }
        // The file gets its name once it is complete.
        let part = folder.join(format!(".{}.{}.part", certificate.serial(), std::process::id()));
        let written = File::create_new(&part).and_then(|mut file| file.write_all(pem.as_bytes()));
        written.and_then(|()| fs::rename(&part, &path)).map_err(|error| failed(&path, error))?;
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

/// A time in RFC 3339, from seconds since 1970.
pub(crate) fn date(seconds: i64) -> String {
    DateTime::from_unix_timestamp(seconds).map_or_else(|| seconds.to_string(), |time| time.to_string())
}
