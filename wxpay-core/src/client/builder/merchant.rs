//! The merchant: the caller and its keys.

use std::sync::Arc;

use super::found::Found;
use super::source::Source;
use super::validity::{Validity, until};
use super::{ApiV3KeyProblem, Builder, ConfigFault};
use crate::crypto::{Backend, PrivateKey, Signer};
use crate::keys::{
    ApiV3Key, ApiV3Keys, Certificate, KeyError, Merchant, PrivateKeyDer, is_usual_serial, merchant_serial,
    private_key_der,
};
use crate::sign::{Confirmed, Scheme};
use crate::text::quoted;

/// The merchant's serial and public key, which must not be taken for WeChat Pay's.
#[derive(Default)]
pub(super) struct Own {
    pub(super) serial: Option<String>,
    /// The public key as SPKI in DER.
    pub(super) spki: Option<Vec<u8>>,
}

impl Builder {
    /// The merchant, and its serial and public key as far as they are known.
    pub(super) fn check_merchant(&self, found: &mut Found) -> (Option<Merchant>, Own) {
        let backend = self.chosen_backend();
        let caller = self.check_caller(found);
        let key = self.check_private_key(backend, found);
        let mut own = Own { serial: None, spki: key.as_ref().map(|key| key.spki.clone()) };
        let certificate = self.check_certificate(own.spki.as_deref(), found);
        own.spki = own.spki.or_else(|| certificate.as_ref().map(|certificate| certificate.spki().to_vec()));
        let serial = self.check_serial(certificate.as_ref().map(Certificate::serial), found);
        own.serial.clone_from(&serial);
        let api_v3_keys = self.check_api_v3_keys(found);
        let (signer, decryptor) = match (key, &self.signer) {
            (Some(_), Some(_)) => {
                found.refuse("signer", ConfigFault::TwoSigners);
                return (None, own);
            }
            (Some(key), None) => (key.signer, Some(key.decryptor)),
            (None, Some(signer)) => (self.confirmed(signer, certificate.as_ref(), backend, found), None),
            (None, None) => return (None, own),
        };
        let decryptor = self.decryptor.clone().or(decryptor);
        let (Some((scheme, id)), Some(serial)) = (caller, serial) else { return (None, own) };
        let end = |certificate: &Certificate| i64::try_from(certificate.not_after()).unwrap_or(i64::MAX);
        let expires = certificate.as_ref().map(end);
        (Some(Merchant { scheme, id, serial, signer, decryptor, api_v3_keys, expires }), own)
    }

    /// The caller's number, and the scheme with which it signs.
    fn check_caller(&self, found: &mut Found) -> Option<(Scheme, String)> {
        let (setting, scheme, id) = match (&self.mchid, &self.brand) {
            (Some(mchid), None) => ("mchid", Scheme::MERCHANT, mchid),
            (None, Some(brand_id)) => ("brand", Scheme::BRAND, brand_id),
            (Some(_), Some(_)) => return found.none("brand", ConfigFault::TwoCallers),
            (None, None) => return found.none("mchid", ConfigFault::Missing),
        };
        if is_number(id) {
            found.right(setting, id);
            return Some((scheme, id.clone()));
        }
        found.none(setting, ConfigFault::NotANumber { found: id.into() })
    }

    fn check_private_key(&self, backend: Option<Backend>, found: &mut Found) -> Option<PrivateKey> {
        let setting = "private_key";
        let Some(source) = &self.private_key else {
            if self.signer.is_none() {
                found.refuse(setting, ConfigFault::Missing);
            }
            return None;
        };
        let pem = found.text(setting, source)?;
        let der = found.key(setting, source, private_key_der(pem))?;
        let Some(backend) = backend else { return found.none(setting, ConfigFault::NoBackend) };
        let key = found.key(setting, source, backend.private_key(&der))?;
        let form = match der {
            PrivateKeyDer::Pkcs8(_) => "PKCS#8",
            PrivateKeyDer::Pkcs1(_) => "PKCS#1",
        };
        found.right(setting, format!("{} ({form})", source.origin()));
        Some(key)
    }

    fn check_certificate(&self, own_key: Option<&[u8]>, found: &mut Found) -> Option<Certificate> {
        let setting = "merchant_certificate";
        let source = self.certificate.as_ref()?;
        let pem = found.text(setting, source)?;
        let certificate = found.key(setting, source, Certificate::from_pem(pem))?;
        if let Some(mchid) = &self.mchid {
            found.key(setting, source, certificate.is_of(mchid))?;
        }
        if own_key.is_some_and(|key| key != certificate.spki()) {
            return found.key(setting, source, Err(KeyError::OtherKey));
        }
        let remedy = "renew it on the merchant platform (API安全)";
        let validity = Validity::of(&certificate, self.now());
        if validity.told(setting, certificate.serial(), remedy, found) {
            let belongs = if own_key.is_some() { "belongs to the private key, " } else { "" };
            found.right(setting, format!("{} {belongs}{}", source.origin(), until(&certificate)));
        }
        Some(certificate)
    }

    /// The serial, from the certificate or from its setting; the two must be equal.
    fn check_serial(&self, certificate: Option<&str>, found: &mut Found) -> Option<String> {
        let setting = "merchant_serial";
        let Some(text) = &self.serial else {
            match certificate {
                Some(serial) => found.right(setting, format!("{serial}, from the certificate")),
                None if self.certificate.is_some() => {
                    found.skipped(setting, "it comes from the certificate, which is not usable");
                }
                None => found.refuse(setting, ConfigFault::Missing),
            }
            return certificate.map(str::to_owned);
        };
        let serial = found.ok(setting, merchant_serial(text).map_err(ConfigFault::Serial))?;
        match certificate {
            Some(other) if other != serial => {
                return found
                    .none(setting, ConfigFault::OtherSerial { set: serial.into(), certificate: other.to_owned() });
            }
            Some(_) => found.right(setting, format!("{serial}, as the certificate has it")),
            None if !is_usual_serial(&serial) => {
                let text = format!("expected 40 hex digits, found {}, which has {}", quoted(&serial), serial.len());
                found.warning(setting, text, "compare it with the merchant platform (商户平台, API安全)");
            }
            None => {
                found.right(setting, format!("{serial}; there is no usable certificate to compare it with"));
            }
        }
        Some(serial)
    }

    fn check_api_v3_keys(&self, found: &mut Found) -> Option<ApiV3Keys> {
        let previous = check_api_v3_key("previous_api_v3_key", self.previous_api_v3_key.as_ref(), found);
        let Some(source) = &self.api_v3_key else {
            match self.downloads {
                true => found.refuse("api_v3_key", ConfigFault::MissingForDownloads),
                false => found.warning("api_v3_key", "not set", "set it: notifications cannot be opened without it"),
            }
            if self.previous_api_v3_key.is_some() {
                found.refuse("previous_api_v3_key", ConfigFault::PreviousAlone);
            }
            return None;
        };
        let previous_text = self.previous_api_v3_key.as_ref().and_then(|source| source.text.as_ref().ok());
        if previous_text.is_some() && previous_text == source.text.as_ref().ok() {
            found.refuse("previous_api_v3_key", ConfigFault::SameKey);
        }
        let current = check_api_v3_key("api_v3_key", Some(source), found)?;
        Some(ApiV3Keys::new(current, previous))
    }

    /// Checks the signatures of a signer elsewhere, if the certificate and a crypto library are available.
    fn confirmed(
        &self,
        signer: &Arc<dyn Signer>,
        certificate: Option<&Certificate>,
        backend: Option<Backend>,
        found: &mut Found,
    ) -> Arc<dyn Signer> {
        let (Some(certificate), Some(backend), Some(source)) = (certificate, backend, &self.certificate) else {
            return signer.clone();
        };
        match found.key("merchant_certificate", source, backend.public_key(certificate.spki())) {
            Some(key) => Arc::new(Confirmed { signer: signer.clone(), certificate: key.verifier }),
            None => signer.clone(),
        }
    }
}

fn check_api_v3_key(setting: &'static str, source: Option<&Source>, found: &mut Found) -> Option<ApiV3Key> {
    let source = source?;
    let wrong = |problem| ConfigFault::ApiV3Key { path: source.path(), problem };
    let text = match &source.text {
        Ok(text) => text,
        // The error about a file that is not text suggests PEM, which an APIv3 key is not.
        Err(KeyError::Binary(binary)) => return found.none(setting, wrong(ApiV3KeyProblem::Binary(*binary))),
        Err(error) => return found.key(setting, source, Err(error.clone())),
    };
    let Some(key) = ApiV3Key::new(text) else { return found.none(setting, wrong(no_api_v3_key(text))) };
    found.right(setting, "32 characters");
    Some(key)
}

/// Tells whether `text` can be the number of a merchant or a brand.
pub(super) fn is_number(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The fault of a text: something around a good key, or its length.
fn no_api_v3_key(text: &str) -> ApiV3KeyProblem {
    if text.contains("-----BEGIN") {
        return ApiV3KeyProblem::Pem;
    }
    let bare = text.rsplit('=').next().unwrap_or(text);
    let bare = bare.trim_matches(|character: char| character.is_whitespace() || "\"'`,;\u{feff}".contains(character));
    match text.len() {
        _ if ApiV3Key::new(bare).is_some() => ApiV3KeyProblem::Surrounded,
        32 => ApiV3KeyProblem::NotAscii,
        length => ApiV3KeyProblem::Length(length),
    }
}
