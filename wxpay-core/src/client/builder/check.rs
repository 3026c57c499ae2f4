//! What each setting must be, and what two of them must be together.

use std::sync::Arc;

use super::problem::Problems;
use super::{Builder, Source};
use crate::client::hosts::OWN;
use crate::crypto::{Backend, PrivateKey, PublicKey, Signer};
use crate::keys::{
    ApiV3Key, ApiV3Keys, Certificate, KeyError, Merchant, PUBLIC_KEY_ID_PREFIX, Platform, PlatformKey, merchant_serial,
    private_key_der, public_key_der,
};
use crate::sign::{Confirmed, Scheme};
use crate::text::quoted;
use crate::transport::Transport;
use crate::validate::{bare, is_loopback, named_host};
use http::Uri;

impl Builder {
    /// The merchant, and its public key where the private one or the certificate is at hand.
    pub(super) fn merchant(
        &self,
        backend: Option<Backend>,
        problems: &mut Problems,
    ) -> (Option<Merchant>, Option<Vec<u8>>) {
        let caller = self.checked_caller(problems);
        let key = self.checked_private_key(backend, problems);
        let own_key = key.as_ref().map(|key| key.spki.clone());
        let certificate = self.checked_certificate(own_key.as_deref(), problems);
        let expires =
            certificate.as_ref().map(|certificate| i64::try_from(certificate.not_after()).unwrap_or(i64::MAX));
        let own_key = own_key.or_else(|| certificate.as_ref().map(|certificate| certificate.spki().to_vec()));
        let serial = self.checked_serial(certificate.as_ref().map(Certificate::serial), problems);
        let api_v3_keys = self.checked_api_v3_keys(problems);
        let (signer, decryptor) = match (key, &self.signer) {
            (Some(_), Some(_)) => {
                problems.note("signer", "a private key was given too; only one can sign");
                return (None, own_key);
            }
            (Some(key), None) => (key.signer, Some(key.decryptor)),
            (None, Some(signer)) => (confirmed(signer, certificate.as_ref(), backend, problems), None),
            (None, None) => return (None, None),
        };
        let decryptor = self.decryptor.clone().or(decryptor);
        let (Some((scheme, id)), Some(serial)) = (caller, serial) else { return (None, own_key) };
        (Some(Merchant { scheme, id, serial, signer, decryptor, api_v3_keys, expires }), own_key)
    }

    /// Who calls, and as what.
    fn checked_caller(&self, problems: &mut Problems) -> Option<(Scheme, String)> {
        let (setting, scheme, id) = match (&self.mchid, &self.brand) {
            (Some(mchid), None) => ("mchid", Scheme::MERCHANT, mchid),
            (None, Some(brand_id)) => ("brand", Scheme::BRAND, brand_id),
            (Some(_), Some(_)) => {
                return problems.none("brand", "a merchant number was given too; it calls as one of both");
            }
            (None, None) => return problems.none("mchid", MISSING),
        };
        if (1..=32).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some((scheme, id.clone()));
        }
        problems.none(setting, "not 1 to 32 digits")
    }

    fn checked_private_key(&self, backend: Option<Backend>, problems: &mut Problems) -> Option<PrivateKey> {
        let setting = "private_key";
        let Some(source) = &self.private_key else {
            if self.signer.is_none() {
                problems.note(setting, MISSING);
            }
            return None;
        };
        let pem = problems.key(setting, source.clone())?;
        let der = problems.key(setting, private_key_der(&pem))?;
        let Some(backend) = backend else { return problems.none(setting, NO_BACKEND) };
        problems.key(setting, (backend.private_key)(&der))
    }

    fn checked_serial(&self, certificate: Option<&str>, problems: &mut Problems) -> Option<String> {
        let setting = "merchant_serial";
        let Some(text) = &self.serial else {
            return match certificate {
                Some(serial) => Some(serial.to_owned()),
                // It was given, and what is wrong with it was noted.
                None if self.certificate.is_some() => None,
                None => problems.none(setting, MISSING),
            };
        };
        let serial = match merchant_serial(text) {
            Ok(serial) => serial,
            Err(error) => {
                problems.remedied(setting, &error, error.remedy());
                return None;
            }
        };
        match certificate {
            Some(other) if other != serial => {
                problems.none(setting, format!("the certificate that was given has the serial {other}"))
            }
            _ => Some(serial),
        }
    }

    fn checked_certificate(&self, own_key: Option<&[u8]>, problems: &mut Problems) -> Option<Certificate> {
        let setting = "merchant_certificate";
        let pem = problems.key(setting, self.certificate.clone()?)?;
        let certificate = problems.key(setting, Certificate::from_pem(&pem))?;
        if let Some(mchid) = &self.mchid {
            problems.key(setting, certificate.is_of(mchid))?;
        }
        if own_key.is_some_and(|key| key != certificate.spki()) {
            problems.key::<()>(setting, Err(KeyError::OtherKey));
            return None;
        }
        Some(certificate)
    }

    fn checked_api_v3_keys(&self, problems: &mut Problems) -> Option<ApiV3Keys> {
        let previous = checked_api_v3_key("previous_api_v3_key", self.previous_api_v3_key.as_ref(), problems);
        let Some(text) = &self.api_v3_key else {
            if self.downloads {
                problems.note("api_v3_key", "missing; downloaded certificates are opened with it");
            }
            if self.previous_api_v3_key.is_some() {
                problems.note("previous_api_v3_key", "given without `api_v3_key`");
            }
            return None;
        };
        let previous_text = self.previous_api_v3_key.as_ref().and_then(|text| text.as_ref().ok());
        if text.as_ref().is_ok_and(|text| previous_text == Some(text)) {
            problems.note("previous_api_v3_key", "the same as `api_v3_key`");
        }
        let current = checked_api_v3_key("api_v3_key", Some(text), problems)?;
        Some(ApiV3Keys::new(current, previous))
    }

    pub(super) fn platform_keys(&self, backend: Option<Backend>, problems: &mut Problems) {
        for (id, source) in &self.public_keys {
            let setting = "platform_public_key";
            if !id.starts_with(PUBLIC_KEY_ID_PREFIX) {
                problems.note(setting, format!("the ID {} does not begin with `{PUBLIC_KEY_ID_PREFIX}`", quoted(id)));
                continue;
            }
            let key = problems
                .key(setting, source.clone())
                .and_then(|pem| problems.key(setting, public_key_der(&pem)))
                .and_then(|der| load(backend, &der, setting, problems));
            if let Some(key) = key {
                problems.key(setting, self.platform.add(PlatformKey::public_key(id, key)));
            }
        }
        for source in &self.platform_certificates {
            let setting = "platform_certificate";
            let certificate = problems
                .key(setting, source.clone())
                .and_then(|pem| problems.key(setting, Certificate::from_pem(&pem)));
            let Some(certificate) = certificate else { continue };
            if let Some(merchant) = certificate.merchant().filter(|name| Some(*name) != self.mchid.as_deref()) {
                problems.key::<()>(setting, Err(KeyError::Merchants(merchant.to_owned())));
                continue;
            }
            if let Some(key) = load(backend, certificate.spki(), setting, problems) {
                problems.key(setting, self.platform.add(PlatformKey::certificate(&certificate, key)));
            }
        }
    }

    /// To a brand WeChat Pay signs with its public key alone.
    pub(super) fn check_brand(&self, problems: &mut Problems) {
        if self.brand.is_none() {
            return;
        }
        let shared = self.platform.keys().iter().any(|key| !key.is_public_key());
        let given = [
            ("download_certificates", self.downloads),
            ("platform_certificate", !self.platform_certificates.is_empty()),
            ("platform", shared && self.platform_certificates.is_empty()),
        ];
        for (setting, _) in given.into_iter().filter(|(_, given)| *given) {
            problems.note(setting, "a brand has no platform certificates; give WeChat Pay's public key with its ID");
        }
    }

    pub(super) fn base_urls(&self, problems: &mut Problems) -> Vec<(String, bool)> {
        let Some(hosts) = &self.hosts else {
            return OWN.iter().map(|host| ((*host).to_owned(), false)).collect();
        };
        if hosts.is_empty() {
            problems.note("hosts", "the list is empty");
        }
        hosts.iter().filter_map(|host| problems.ok("hosts", base_url(host, &self.plain_http_to))).collect()
    }

    pub(super) fn named_hosts(&self, problems: &mut Problems) -> Arc<[String]> {
        self.notify_to.iter().filter_map(|host| problems.ok("notify_to", named_host(host))).collect()
    }

    pub(super) fn check_plain_http(&self, problems: &mut Problems) {
        for host in &self.plain_http_to {
            problems.ok("allow_plain_http_to", named_host(host));
        }
    }

    #[cfg(feature = "reqwest")]
    pub(super) fn chosen_transport(&self, problems: &mut Problems) -> Option<Arc<dyn Transport>> {
        let options = self.connection.options(problems);
        if let Some(transport) = &self.transport {
            self.connection.refuse(problems);
            return Some(transport.clone());
        }
        let transport = problems.ok("transport", crate::transport::Reqwest::new(options?))?;
        Some(Arc::new(transport))
    }

    #[cfg(not(feature = "reqwest"))]
    pub(super) fn chosen_transport(&self, problems: &mut Problems) -> Option<Arc<dyn Transport>> {
        let setting = "transport";
        self.transport.clone().or_else(|| problems.none(setting, "the feature `reqwest` is off, so one must be given"))
    }
}

fn checked_api_v3_key(setting: &'static str, text: Option<&Source>, problems: &mut Problems) -> Option<ApiV3Key> {
    let text = problems.key(setting, text?.clone())?;
    let key = ApiV3Key::new(&text);
    key.or_else(|| problems.none(setting, format!("has {} bytes, not 32 ASCII characters", text.len())))
}

/// There is something to believe, or will be.
pub(super) fn check_platform(platform: &Platform, downloads: bool, problems: &mut Problems) {
    let refused = problems.0.iter().any(|problem| problem.setting.starts_with("platform"));
    if platform.serials().is_empty() && !refused && !downloads {
        let problem =
            "missing; give WeChat Pay's public key with its ID, or platform certificates, or have them downloaded";
        problems.note("platform_public_key", problem);
    }
}

/// Where the certificate and a crypto library are at hand, a signer elsewhere is not taken at its word.
fn confirmed(
    signer: &Arc<dyn Signer>,
    certificate: Option<&Certificate>,
    backend: Option<Backend>,
    problems: &mut Problems,
) -> Arc<dyn Signer> {
    let (Some(certificate), Some(backend)) = (certificate, backend) else { return signer.clone() };
    match problems.key("merchant_certificate", (backend.public_key)(certificate.spki())) {
        Some(key) => Arc::new(Confirmed { signer: signer.clone(), certificate: key.verifier }),
        None => signer.clone(),
    }
}

fn load(backend: Option<Backend>, der: &[u8], setting: &'static str, problems: &mut Problems) -> Option<PublicKey> {
    let Some(backend) = backend else { return problems.none(setting, NO_BACKEND) };
    problems.key(setting, (backend.public_key)(der))
}

/// The URL without its trailing slash, and whether it is on this machine.
fn base_url(text: &str, plain_http_to: &[String]) -> Result<(String, bool), String> {
    if text.contains('@') {
        return Err("a user name or password does not belong into a base URL".to_owned());
    }
    let wrong = |problem: &str| format!("{} {problem}", quoted(text));
    // `http::Uri` would drop it.
    if text.contains('#') {
        return Err(wrong("has a fragment, which is no part of a base URL"));
    }
    let url: Uri = text.parse().map_err(|_| wrong("does not parse as a URL"))?;
    let host = url.host().ok_or_else(|| wrong("has no host"))?;
    let loopback = is_loopback(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if loopback || plain_http_to.iter().any(|named| named.eq_ignore_ascii_case(bare(host))) => {}
        Some("http") => {
            return Err(wrong(
                "is not `https`; plain `http` is for this machine only; `proxy` names a way out, and `allow_plain_http_to` \
                 lets one host through",
            ));
        }
        _ => return Err(wrong("is not `https`")),
    }
    if url.path() != "/" || url.query().is_some() {
        return Err(wrong(
            "has a path; the endpoints bring their own, which is signed; a `layer` can send it to another host and path, as the \
             guide's page on deployment shows",
        ));
    }
    let port = url.authority().and_then(|authority| authority.as_str().strip_prefix(host)).unwrap_or_default();
    if !port.is_empty() && url.port_u16().is_none_or(|port| port == 0) {
        return Err(wrong("has a port that is not a number from 1 to 65535"));
    }
    Ok((text.trim_end_matches('/').to_owned(), loopback))
}

const MISSING: &str = "missing";
const NO_BACKEND: &str = "no crypto library is compiled in; turn on the feature `aws-lc`, or give a backend";
