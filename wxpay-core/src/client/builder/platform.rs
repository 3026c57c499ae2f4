//! The platform keys that the client trusts.

use super::found::Found;
use super::merchant::Own;
use super::source::Source;
use super::validity::{Validity, until};
use super::{Builder, ConfigFault};
use crate::crypto::PublicKey;
use crate::keys::{Certificate, KeyError, PUBLIC_KEY_ID_PREFIX, PlatformKey, public_key_der};
use crate::text::quoted;

impl Builder {
    /// Adds the good keys to the map. The merchant's own keys never get into it: taking one for the other is the commonest
    /// mistake.
    pub(super) fn check_platform(&self, own: &Own, found: &mut Found) {
        if self.platform.never(own.serial.clone(), own.spki.clone()).is_err() {
            found.refuse("platform", ConfigFault::Key { path: None, error: KeyError::Own });
        }
        if self.public_keys.is_empty() && !found.refuses(&[PUBLIC_KEY]) {
            found.skipped(PUBLIC_KEY, "not set");
        }
        for (id, source) in &self.public_keys {
            self.check_public_key(id, source, found);
        }
        for source in &self.platform_certificates {
            self.check_platform_certificate(source, own, found);
        }
        // By now, each key that was given is trusted, or has a finding.
        let given = !self.public_keys.is_empty() || !self.platform_certificates.is_empty();
        let refused = found.refuses(&["platform", PUBLIC_KEY]);
        if self.platform.serials().is_empty() && !given && !refused && !self.downloads {
            found.refuse(PUBLIC_KEY, ConfigFault::MissingPlatformKey);
        }
    }

    fn check_public_key(&self, id: &str, source: &Source, found: &mut Found) {
        let digits = id.strip_prefix(PUBLIC_KEY_ID_PREFIX);
        let not_an_id = || ConfigFault::NotAnId { found: id.into() };
        match digits {
            None | Some("") => found.refuse(PUBLIC_KEY, not_an_id()),
            Some(digits) if !digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                let remedy = not_an_id().remedy().unwrap_or_default();
                found.warning(
                    PUBLIC_KEY,
                    format!("expected digits behind `PUB_KEY_ID_`, found {}", quoted(id)),
                    remedy,
                );
            }
            Some(_) => {}
        }
        let pem = found.text(PUBLIC_KEY, source);
        let der = pem.and_then(|pem| found.key(PUBLIC_KEY, source, public_key_der(pem)));
        let Some(key) = der.and_then(|der| self.load(&der, PUBLIC_KEY, source, found)) else { return };
        if digits.is_some_and(|digits| !digits.is_empty())
            && found.key(PUBLIC_KEY, source, self.platform.add(PlatformKey::public_key(id, key))).is_some()
        {
            found.right(PUBLIC_KEY, format!("{id} ({})", source.origin()));
        }
    }

    fn check_platform_certificate(&self, source: &Source, own: &Own, found: &mut Found) {
        let pem = found.text(CERTIFICATE, source);
        let Some(certificate) = pem.and_then(|pem| found.key(CERTIFICATE, source, Certificate::from_pem(pem))) else {
            return;
        };
        let is_own = own.spki.as_deref() == Some(certificate.spki());
        if let Some(merchant) = certificate.merchant().filter(|_| !is_own) {
            found.key::<()>(CERTIFICATE, source, Err(KeyError::Merchants(merchant.to_owned())));
            return;
        }
        if !is_own && own.serial.as_deref() == Some(certificate.serial()) {
            let serial = certificate.serial().to_owned();
            found.refuse("merchant_serial", ConfigFault::PlatformSerial { serial, path: source.path() });
            return;
        }
        let Some(key) = self.load(certificate.spki(), CERTIFICATE, source, found) else { return };
        if found.key(CERTIFICATE, source, self.platform.add(PlatformKey::certificate(&certificate, key))).is_none() {
            return;
        }
        let remedy = "`wxpay certs --out DIR` downloads the current ones";
        if Validity::of(&certificate, self.now()).told(CERTIFICATE, certificate.serial(), remedy, found) {
            found.right(CERTIFICATE, format!("{}, {}", certificate.serial(), until(&certificate)));
        }
    }

    /// Refuses platform certificates for a brand: WeChat Pay signs for brands with its public key only.
    pub(super) fn check_brand(&self, found: &mut Found) {
        if self.brand.is_none() {
            return;
        }
        let shared = self.platform.keys().iter().any(|key| !key.is_public_key());
        let given = [
            ("download_certificates", self.downloads),
            (CERTIFICATE, !self.platform_certificates.is_empty()),
            ("platform", shared && self.platform_certificates.is_empty()),
        ];
        for (setting, _) in given.into_iter().filter(|(_, given)| *given) {
            found.refuse(setting, ConfigFault::NotForBrands);
        }
    }

    fn load(&self, der: &[u8], setting: &'static str, source: &Source, found: &mut Found) -> Option<PublicKey> {
        let Some(backend) = self.chosen_backend() else { return found.none(setting, ConfigFault::NoBackend) };
        found.key(setting, source, backend.public_key(der))
    }
}

const PUBLIC_KEY: &str = "platform_public_key";
const CERTIFICATE: &str = "platform_certificate";
