//! The merchant: who calls, and what it signs with.

use std::sync::Arc;

use super::found::{Found, MISSING};
use super::source::Source;
use super::validity::{Validity, until};
use super::{Builder, NO_BACKEND};
use crate::crypto::{Backend, PrivateKey, Signer};
use crate::keys::{
    ApiV3Key, ApiV3Keys, Certificate, KeyError, Merchant, PrivateKeyDer, is_usual_serial, merchant_serial,
    private_key_der,
};
use crate::sign::{Confirmed, Scheme};
use crate::text::quoted;

/// What is the merchant's own, and no key of WeChat Pay's.
#[derive(Default)]
pub(super) struct Own {
    pub(super) serial: Option<String>,
    /// The public key as SPKI in DER.
    pub(super) spki: Option<Vec<u8>>,
}

impl Builder {
    /// The merchant, and what is its own as far as that is known.
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
                found.note("signer", "a private key was given too; only one can sign");
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

    /// Who calls, and as what.
    fn check_caller(&self, found: &mut Found) -> Option<(Scheme, String)> {
        let (setting, scheme, id) = match (&self.mchid, &self.brand) {
            (Some(mchid), None) => ("mchid", Scheme::MERCHANT, mchid),
            (None, Some(brand_id)) => ("brand", Scheme::BRAND, brand_id),
            (Some(_), Some(_)) => {
                return found.none("brand", "a merchant number was given too; it calls as one of both");
            }
            (None, None) => return found.none("mchid", MISSING),
        };
        let is_number = |text: &str| (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number(id) {
            found.right(setting, id);
            return Some((scheme, id.clone()));
        }
        let problem = format!("{} is not 1 to 32 digits", quoted(id));
        match is_number(id.trim()) {
            true => found.remedied(setting, problem, "take away the blanks around it"),
            false => found.note(setting, problem),
        }
        None
    }

    fn check_private_key(&self, backend: Option<Backend>, found: &mut Found) -> Option<PrivateKey> {
        let setting = "private_key";
        let Some(source) = &self.private_key else {
            if self.signer.is_none() {
                found.note(setting, MISSING);
            }
            return None;
        };
        let pem = found.text(setting, source)?;
        let der = found.key(setting, source, private_key_der(pem))?;
        let Some(backend) = backend else { return found.none(setting, NO_BACKEND) };
        let key = found.key(setting, source, (backend.private_key)(&der))?;
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

    /// The serial, from the certificate or as it is set; both are compared.
    fn check_serial(&self, certificate: Option<&str>, found: &mut Found) -> Option<String> {
        let setting = "merchant_serial";
        let Some(text) = &self.serial else {
            match certificate {
                Some(serial) => found.right(setting, format!("{serial}, from the certificate")),
                None if self.certificate.is_some() => {
                    found.skipped(setting, "it comes from the certificate, which is not good");
                }
                None => found.note(setting, MISSING),
            }
            return certificate.map(str::to_owned);
        };
        let serial = match merchant_serial(text) {
            Ok(serial) => serial,
            Err(error) => {
                found.remedied(setting, error.to_string(), error.remedy());
                return None;
            }
        };
        match certificate {
            Some(other) if other != serial => {
                let problem = format!("{} is set, but the certificate has the serial {other}", quoted(&serial));
                let remedy = "leave it out, or give the certificate that belongs to the private key";
                found.remedied(setting, problem, remedy);
                return None;
            }
            Some(_) => found.right(setting, format!("{serial}, as the certificate has it")),
            None if !is_usual_serial(&serial) => {
                let text = format!("{} has {} hex digits, and a serial has 40", quoted(&serial), serial.len());
                found.warning(setting, text, "compare it with the merchant platform (商户平台, API安全)");
            }
            None => {
                found.right(setting, format!("{serial}; without a good certificate nothing to compare it with"));
            }
        }
        Some(serial)
    }

    fn check_api_v3_keys(&self, found: &mut Found) -> Option<ApiV3Keys> {
        let previous = check_api_v3_key("previous_api_v3_key", self.previous_api_v3_key.as_ref(), found);
        let Some(source) = &self.api_v3_key else {
            match self.downloads {
                true => found.note("api_v3_key", "missing; downloaded certificates are opened with it"),
                false => found.warning("api_v3_key", "not set", "set it: without it notifications do not open"),
            }
            if self.previous_api_v3_key.is_some() {
                found.note("previous_api_v3_key", "given without `api_v3_key`");
            }
            return None;
        };
        let previous_text = self.previous_api_v3_key.as_ref().and_then(|source| source.text.as_ref().ok());
        if previous_text.is_some() && previous_text == source.text.as_ref().ok() {
            found.note("previous_api_v3_key", "the same as `api_v3_key`");
        }
        let current = check_api_v3_key("api_v3_key", Some(source), found)?;
        Some(ApiV3Keys::new(current, previous))
    }

    /// Where the certificate and a crypto library are at hand, a signer elsewhere is not taken at its word.
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
        match found.key("merchant_certificate", source, (backend.public_key)(certificate.spki())) {
            Some(key) => Arc::new(Confirmed { signer: signer.clone(), certificate: key.verifier }),
            None => signer.clone(),
        }
    }
}

fn check_api_v3_key(setting: &'static str, source: Option<&Source>, found: &mut Found) -> Option<ApiV3Key> {
    let source = source?;
    let text = match &source.text {
        Ok(text) => text,
        // A file that is no text has nothing to do with PEM here.
        Err(KeyError::Binary(binary)) => {
            let problem = source.told(format_args!("found {binary}, needed 32 letters and digits"));
            found.remedied(setting, problem, NOT_A_FILE_OF_THE_PLATFORM);
            return None;
        }
        Err(error) => return found.key(setting, source, Err(error.clone())),
    };
    let Some(key) = ApiV3Key::new(text) else {
        let (problem, remedy) = wrong_api_v3_key(text);
        found.remedied(setting, source.told(problem), remedy);
        return None;
    };
    found.right(setting, "32 characters");
    Some(key)
}

/// What stands around a good key, or how long it is.
fn wrong_api_v3_key(text: &str) -> (String, &'static str) {
    if text.contains("-----BEGIN") {
        return ("found a PEM block, needed 32 letters and digits".to_owned(), NOT_A_FILE_OF_THE_PLATFORM);
    }
    let bare = text.rsplit('=').next().unwrap_or(text);
    let bare = bare.trim_matches(|character: char| character.is_whitespace() || "\"'`,;\u{feff}".contains(character));
    if ApiV3Key::new(bare).is_some() {
        let problem = "has the key, and more around it: blanks, quotes, a name, or a mark of the editor's (BOM)";
        return (problem.to_owned(), "leave nothing but the 32 characters");
    }
    let problem = match text.len() {
        32 => "has characters that are not ASCII, or blanks".to_owned(),
        length => format!("has {length} bytes, not 32 ASCII characters"),
    };
    (problem, "copy it once more; one that is lost is set anew on the merchant platform (API安全), for all that use it")
}

const NOT_A_FILE_OF_THE_PLATFORM: &str =
    "the APIv3 key (APIv3密钥) is in no file of the merchant platform: it was typed in there (API安全)";
