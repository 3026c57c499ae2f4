//! What can be said of keys and certificates without asking anybody: the merchant's.

use std::path::Path;

use wxpay::client::{Client, ConfigError};
use wxpay::crypto::{Backend, PrivateKey};
use wxpay::keys::{
    ApiV3Key, Certificate, KeyError, Platform, PrivateKeyDer, is_usual_serial, merchant_serial, private_key_der,
    read_key_file,
};
use wxpay::text::quoted;
use zeroize::Zeroizing;

use super::finding::Findings;
use super::platform;
use crate::certs::date;
use crate::configuration::{Configuration, Settings};
use crate::show;

/// What is good enough to call with.
#[derive(Default)]
pub(super) struct Usable {
    mchid: Option<String>,
    private_key: Option<Zeroizing<String>>,
    serial: Option<String>,
    pub(super) api_v3_key: Option<Zeroizing<String>>,
    pub(super) platform: Platform,
}

impl Usable {
    /// The client, if there is enough for one. Where no key of WeChat Pay is good, it downloads certificates.
    pub(super) fn client(&self, settings: &Settings) -> Option<Result<Client, ConfigError>> {
        let mut builder = Client::builder()
            .mchid(self.mchid.as_ref()?)
            .private_key_pem(self.private_key.as_ref()?.as_str())
            .merchant_serial(self.serial.as_ref()?)
            .platform(self.platform.clone());
        if let Some(key) = &self.api_v3_key {
            builder = builder.api_v3_key(key.as_str());
        }
        if self.platform.serials().is_empty() {
            self.api_v3_key.as_ref()?;
            builder = builder.download_certificates();
        }
        Some(settings.connecting(builder).build())
    }
}

/// Looks at everything, and gives what is good.
pub(super) fn check(configuration: &Configuration, now: i64, findings: &mut Findings) -> Usable {
    let settings = &configuration.settings;
    let mut usable = Usable { mchid: mchid(settings, findings), ..Usable::default() };
    let Some(backend) = Backend::preferred() else {
        findings.wrong("crypto library", "none is compiled in", "build with the feature `aws-lc`");
        return usable;
    };
    let private = private_key(settings, backend, findings);
    for path in configuration.exposed() {
        let path = show::path(path);
        findings.warning(
            "file mode",
            format!("everybody on this machine can read {path}"),
            format!("chmod 600 {path}"),
        );
    }
    usable.serial = serial(settings, private.as_ref().map(|(_, key)| key), now, findings);
    usable.api_v3_key = api_v3_key(configuration, findings);
    let own = private.as_ref().map(|(_, key)| key.spki.as_slice());
    platform::public_key(settings, backend, own, &usable.platform, findings);
    for path in &settings.platform_certificates {
        platform::certificate(path, backend, own, now, &usable.platform, findings);
    }
    if usable.platform.serials().is_empty() && !settings.download_certificates {
        let remedy = "download the public key (微信支付公钥) from the merchant platform (API安全), and give it with its ID; or \
                      set `download_certificates`, where the merchant still has certificates";
        findings.wrong("WeChat Pay's keys", "there is none to believe", remedy);
    }
    usable.private_key = private.map(|(pem, _)| pem);
    usable
}

fn mchid(settings: &Settings, findings: &mut Findings) -> Option<String> {
    let check = "merchant number";
    let Some(mchid) = &settings.mchid else {
        findings.wrong(check, "`mchid` is missing", "the merchant platform shows it (账户中心)");
        return None;
    };
    if (1..=32).contains(&mchid.len()) && mchid.bytes().all(|byte| byte.is_ascii_digit()) {
        findings.right(check, mchid);
        return Some(mchid.clone());
    }
    let remedy = "it is a number, usually of 10 digits; an appid (wx..) is something else";
    findings.wrong(check, format!("{} is not 1 to 32 digits", quoted(mchid)), remedy);
    None
}

fn private_key(
    settings: &Settings,
    backend: Backend,
    findings: &mut Findings,
) -> Option<(Zeroizing<String>, PrivateKey)> {
    let check = "private key";
    let Some(path) = &settings.private_key else {
        findings.wrong(check, "`private_key` is missing", "give apiclient_key.pem of the merchant's API certificate");
        return None;
    };
    let pem = read(path, check, findings)?;
    let read = private_key_der(&pem).and_then(|der| Ok(((backend.private_key)(&der)?, form(&der))));
    match read {
        Ok((key, form)) => {
            findings.right(check, format!("{} ({form})", show::path(path)));
            Some((pem, key))
        }
        Err(error) => {
            wrong(check, path, &error, findings);
            None
        }
    }
}

fn form(der: &PrivateKeyDer) -> &'static str {
    match der {
        PrivateKeyDer::Pkcs8(_) => "PKCS#8",
        PrivateKeyDer::Pkcs1(_) => "PKCS#1",
    }
}

/// The serial, from the certificate or as it is set; both are compared.
fn serial(settings: &Settings, key: Option<&PrivateKey>, now: i64, findings: &mut Findings) -> Option<String> {
    let check = "merchant serial";
    let set = match settings.merchant_serial.as_deref().map(merchant_serial).transpose() {
        Ok(set) => set,
        Err(error) => {
            findings.wrong(check, error.to_string(), error.remedy());
            None
        }
    };
    let certificate = settings
        .merchant_certificate
        .as_deref()
        .and_then(|path| merchant_certificate(path, settings, key, now, findings));
    match (set, certificate) {
        (Some(set), Some(found)) if set != found => {
            let text = format!("{} is set, but the certificate has {found}", quoted(&set));
            findings.wrong(check, text, "leave `merchant_serial` out, or give the certificate that belongs to the key");
            None
        }
        (Some(serial), Some(_)) => {
            findings.right(check, format!("{serial}, as the certificate has it"));
            Some(serial)
        }
        (None, Some(serial)) if settings.merchant_serial.is_none() => {
            findings.right(check, format!("{serial}, from the certificate"));
            Some(serial)
        }
        (Some(serial), None) if !is_usual_serial(&serial) => {
            let text = format!("{} has {} hex digits, and a serial has 40", quoted(&serial), serial.len());
            findings.warning(check, text, "compare it with the merchant platform (商户平台, API安全)");
            Some(serial)
        }
        (Some(serial), None) => {
            findings.right(check, format!("{serial}; without a good certificate nothing to compare it with"));
            Some(serial)
        }
        (None, found) => {
            if settings.merchant_serial.is_none() {
                let remedy = "set `merchant_serial`, or give apiclient_cert.pem as `merchant_certificate`";
                findings.wrong(check, "there is none", remedy);
            }
            found
        }
    }
}

fn merchant_certificate(
    path: &Path,
    settings: &Settings,
    key: Option<&PrivateKey>,
    now: i64,
    findings: &mut Findings,
) -> Option<String> {
    let check = "merchant certificate";
    let pem = read(path, check, findings)?;
    let mchid = settings.mchid.as_deref();
    let read = Certificate::from_pem(&pem).and_then(|certificate| {
        mchid.map_or(Ok(()), |mchid| certificate.is_of(mchid))?;
        Ok(certificate)
    });
    let certificate = match read {
        Ok(certificate) => certificate,
        Err(error) => {
            wrong(check, path, &error, findings);
            return None;
        }
    };
    if !expiry(check, &certificate, now, "renew it on the merchant platform (API安全)", findings) {
        return Some(certificate.serial().to_owned());
    }
    match key {
        Some(key) if key.spki != certificate.spki() => {
            wrong(check, path, &KeyError::OtherKey, findings);
        }
        Some(_) => {
            findings.right(check, format!("{} belongs to the private key, {}", show::path(path), until(&certificate)));
        }
        None => findings.skipped(check, "without a good private key there is nothing to compare it with"),
    }
    Some(certificate.serial().to_owned())
}

fn api_v3_key(configuration: &Configuration, findings: &mut Findings) -> Option<Zeroizing<String>> {
    let check = "APIv3 key";
    let text = match &configuration.api_v3_key {
        Some(Ok(text)) => text,
        Some(Err(problem)) => {
            findings.wrong(check, problem, PATHS);
            return None;
        }
        None => {
            let remedy = "`api_v3_key_file` or WXPAY_API_V3_KEY; without it notifications do not open";
            findings.warning(check, "there is none", remedy);
            return None;
        }
    };
    if ApiV3Key::new(text).is_some() {
        findings.right(check, "32 characters");
        return Some(text.clone());
    }
    let problem = match text.len() {
        32 => "has characters that are not ASCII, or blanks".to_owned(),
        length => format!("has {length} bytes, not 32"),
    };
    findings.wrong(check, problem, "copy it once more, or set a new one on the merchant platform (API安全)");
    None
}

/// Whether it holds now. It is a warning if it ends within a month.
pub(super) fn expiry(
    check: &'static str,
    certificate: &Certificate,
    now: i64,
    remedy: &str,
    findings: &mut Findings,
) -> bool {
    let seconds = |time| i64::try_from(time).unwrap_or(i64::MAX);
    let (begin, end) = (seconds(certificate.not_before()), seconds(certificate.not_after()));
    if end <= now {
        findings.wrong(check, format!("{} expired {}", certificate.serial(), date(end)), remedy);
    } else if begin > now {
        let remedy = "look at this machine's clock";
        findings.wrong(check, format!("{} does not begin before {}", certificate.serial(), date(begin)), remedy);
    } else if end - now < MONTH {
        findings.warning(check, format!("{} expires {}", certificate.serial(), date(end)), remedy);
    }
    begin <= now && now < end
}

pub(super) fn until(certificate: &Certificate) -> String {
    format!("until {}", date(i64::try_from(certificate.not_after()).unwrap_or(i64::MAX)))
}

pub(super) fn read(path: &Path, check: &'static str, findings: &mut Findings) -> Option<Zeroizing<String>> {
    read_key_file(path).map_err(|error| wrong(check, path, &error, findings)).ok()
}

/// What is wrong with a key or a certificate, with its own remedy.
pub(super) fn wrong(check: &'static str, path: &Path, error: &KeyError, findings: &mut Findings) {
    let (text, remedy) = match error {
        KeyError::Unreadable { .. } => (error.to_string(), PATHS),
        KeyError::NoFile { .. } => (error.to_string(), error.remedy()),
        KeyError::NoPath => (error.to_string(), "write the key to a file of mode 600, and set the file's path"),
        _ => (format!("{}: {error}", show::path(path)), error.remedy()),
    };
    findings.wrong(check, text, remedy);
}

const PATHS: &str = "look at the path, which is relative to the TOML file it stands in, and at the mode";
const MONTH: i64 = 30 * 24 * 60 * 60;
