//! The keys that may have signed: the configured ones, and other certificates.

use std::fs;
use std::path::Path;

use wxpay::crypto::Backend;
use wxpay::keys::{ApiV3Key, Certificate, certificate_serial, private_key_der, public_key_der, read_key_file};
use wxpay::server::explain::Signatory;

use crate::configuration::Configuration;
use crate::outcome::Failure;
use crate::show;

/// A key and its owner.
pub(super) struct Key {
    /// The owner; empty if it is not known.
    caller: String,
    serial: String,
    spki: Vec<u8>,
}

impl Key {
    pub(super) fn of_certificate(caller: &str, path: &Path) -> Result<Self, Failure> {
        let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
        let certificate = Certificate::from_pem(&text(path)?).map_err(wrong)?;
        Ok(Self {
            caller: caller.to_owned(),
            serial: certificate.serial().to_owned(),
            spki: certificate.spki().to_vec(),
        })
    }

    /// The key, with `caller` as its owner if the owner is not known.
    pub(super) fn signatory<'a>(&'a self, caller: &'a str) -> Signatory<'a> {
        let caller = if self.caller.is_empty() { caller } else { &self.caller };
        Signatory::new(caller, &self.serial, &self.spki)
    }
}

/// The merchant's own key, from its certificate or its private key.
pub(super) fn own(configuration: &Configuration, backend: Backend) -> Result<Vec<Key>, Failure> {
    let settings = &configuration.settings;
    let caller = settings.mchid.clone().unwrap_or_default();
    if let Some(path) = &settings.merchant_certificate {
        return Ok(vec![Key::of_certificate(&caller, path)?]);
    }
    let (Some(path), Some(serial)) = (&settings.private_key, &settings.merchant_serial) else { return Ok(Vec::new()) };
    let serial = certificate_serial(serial).unwrap_or_else(|| serial.clone());
    Ok(vec![Key { caller, serial, spki: public_half(path, backend)? }])
}

/// The configured private key, named by its file.
pub(super) fn private(configuration: &Configuration, backend: Backend) -> Result<Option<Key>, Failure> {
    let Some(path) = &configuration.settings.private_key else { return Ok(None) };
    let caller = configuration.settings.mchid.clone().unwrap_or_default();
    Ok(Some(Key { caller, serial: show::path(path).to_string(), spki: public_half(path, backend)? }))
}

fn public_half(path: &Path, backend: Backend) -> Result<Vec<u8>, Failure> {
    let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
    let private = private_key_der(&text(path)?).and_then(|der| backend.private_key(&der)).map_err(wrong)?;
    Ok(private.spki)
}

pub(super) fn platform(configuration: &Configuration) -> Result<Vec<Key>, Failure> {
    let settings = &configuration.settings;
    let certificates = settings.platform_certificates.iter().map(|path| Key::of_certificate("", path));
    let mut keys: Vec<_> = certificates.collect::<Result<_, _>>()?;
    if let (Some(id), Some(path)) = (&settings.platform_public_key_id, &settings.platform_public_key) {
        let wrong = |error| Failure::Usage(format!("{}: {error}", show::path(path)));
        // In SPKI form, as a certificate has it.
        let spki = Backend::preferred()
            .map(|backend| public_key_der(&text(path)?).and_then(|der| backend.public_key(&der)).map_err(wrong));
        if let Some(public) = spki.transpose()? {
            keys.push(Key { caller: String::new(), serial: id.clone(), spki: public.spki });
        }
    }
    Ok(keys)
}

/// The APIv3 key, and the previous one while it is replaced.
pub(super) fn api_v3_keys(configuration: &Configuration) -> Result<Vec<ApiV3Key>, Failure> {
    let key = |name: &str, text: &str| {
        ApiV3Key::new(text).ok_or_else(|| Failure::Usage(format!("the {name} does not have 32 characters")))
    };
    let current = configuration.api_v3_key()?.map(|text| key("APIv3 key", &text)).transpose()?;
    let previous = configuration.settings.previous_api_v3_key_file.as_deref().map(|path| {
        let text = read_key_file(path).map_err(|error| Failure::Usage(error.to_string()))?;
        key("previous APIv3 key", text.trim_end_matches(['\r', '\n']))
    });
    Ok(current.into_iter().chain(previous.transpose()?).collect())
}

fn text(path: &Path) -> Result<zeroize::Zeroizing<String>, Failure> {
    let text = fs::read_to_string(path).map(zeroize::Zeroizing::new);
    text.map_err(|error| Failure::Usage(format!("{} cannot be read: {error}", show::path(path))))
}
