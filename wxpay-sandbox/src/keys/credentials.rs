//! Keys and certificates of both sides, made once per process.

use std::sync::{Arc, OnceLock};

use rcgen::{
    CertificateParams, DistinguishedName, DnType, Issuer, KeyPair, PKCS_RSA_SHA256, PublicKeyData, RsaKeySize,
    SerialNumber, SignatureAlgorithm,
};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};
use wxpay::client::{Builder as ClientBuilder, Client};
use wxpay::crypto::{Backend, PublicKey};
use wxpay::keys::{Certificate, public_key_der};
use wxpay::sign::Scheme;
use x509_cert::spki::SubjectPublicKeyInfoRef;

use crate::error::{Failure, SandboxError};
use crate::keys::Keys;

/// Everything that a merchant gets from WeChat Pay, and also WeChat Pay's own private keys, so that tests can play both sides.
/// Keys and certificates are PEM.
#[derive(Clone)]
pub struct Credentials {
    /// The merchant number; a brand's ID.
    pub mchid: String,
    /// Serial of the merchant's certificate.
    pub merchant_serial: String,
    /// `apiclient_key.pem`.
    pub merchant_private_key: String,
    /// `apiclient_cert.pem`.
    pub merchant_certificate: String,
    /// The APIv3 key.
    pub api_v3_key: String,
    /// ID of WeChat Pay's public key.
    pub public_key_id: String,
    /// WeChat Pay's public key.
    pub public_key: String,
    /// Private key of WeChat Pay's public key.
    pub public_key_private_half: String,
    /// The keys of WeChat Pay that the merchant has, which [`client_builder`](Self::client_builder) configures. The fields here
    /// have all keys, whatever the merchant has.
    pub keys: Keys,
    /// WeChat Pay's platform certificate.
    pub platform_certificate: String,
    /// Serial of the platform certificate.
    pub platform_serial: String,
    /// Private key of the platform certificate.
    pub platform_private_key: String,
    /// The merchant's public key, parsed.
    pub(crate) merchant: PublicKey,
    pub(crate) scheme: Scheme,
}

impl Credentials {
    /// The credentials of this process, made on the first call.
    pub(crate) fn of_this_process() -> Result<Arc<Self>, SandboxError> {
        static MADE: OnceLock<Result<Arc<Credentials>, String>> = OnceLock::new();
        let made = || Kept::make().and_then(Self::of).map(Arc::new);
        MADE.get_or_init(made).clone().map_err(SandboxError::Keys)
    }

    /// Derives the credentials from the stored ones.
    pub(crate) fn of(kept: Kept) -> Result<Self, String> {
        Ok(Self {
            scheme: Scheme::MERCHANT,
            keys: Keys::default(),
            merchant_serial: serial(&kept.merchant_certificate)?,
            merchant: public_key(&KeyPair::from_pem(&kept.merchant_private_key).map_err(text)?)?,
            platform_serial: serial(&kept.platform_certificate)?,
            public_key: KeyPair::from_pem(&kept.public_key_private_half).map_err(text)?.public_key_pem(),
            mchid: kept.mchid,
            merchant_private_key: kept.merchant_private_key,
            merchant_certificate: kept.merchant_certificate,
            api_v3_key: kept.api_v3_key,
            public_key_id: kept.public_key_id,
            public_key_private_half: kept.public_key_private_half,
            platform_certificate: kept.platform_certificate,
            platform_private_key: kept.platform_private_key,
        })
    }

    /// The same credentials with other keys of WeChat Pay.
    pub(crate) fn with_keys(&self, keys: Keys) -> Self {
        Self { keys, ..self.clone() }
    }

    /// The configuration of a client with these credentials, without hosts. It has the keys of WeChat Pay that the merchant has,
    /// see [`Keys`].
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = match self.scheme {
            Scheme::BRAND => Client::builder().brand(&self.mchid),
            _ => Client::builder().mchid(&self.mchid),
        };
        let mut builder = builder
            .merchant_serial(&self.merchant_serial)
            .private_key_pem(&self.merchant_private_key)
            .api_v3_key(&self.api_v3_key);
        if self.keys.has_public_key() {
            builder = builder.platform_public_key_pem(&self.public_key_id, &self.public_key);
        }
        if self.keys.has_certificates() {
            builder = builder.platform_certificate_pem(&self.platform_certificate);
        }
        builder
    }

    /// Another merchant of the same WeChat Pay. Merchants are numbered from 0, which is the first one.
    pub(crate) fn of_another(&self, number: usize) -> Result<Self, String> {
        let first: usize = FIRST_MCHID.parse().map_err(text)?;
        Self { mchid: (first + number).to_string(), api_v3_key: hex(16)?, ..self.clone() }.recertified()
    }

    /// A brand of the same WeChat Pay.
    pub(crate) fn of_brand(&self, number: usize) -> Result<Self, String> {
        let mchid = (FIRST_BRAND + number).to_string();
        let keys = Keys::PublicKey;
        Self { scheme: Scheme::BRAND, keys, mchid, api_v3_key: hex(16)?, ..self.clone() }.recertified()
    }

    /// The same merchant with another certificate.
    pub(crate) fn recertified(&self) -> Result<Self, String> {
        let merchant = Certified::make(&self.mchid)?;
        Ok(Self {
            merchant_serial: merchant.serial,
            merchant_private_key: merchant.private_key,
            merchant_certificate: merchant.certificate,
            merchant: merchant.public_key,
            ..self.clone()
        })
    }

    /// The same merchant with another APIv3 key.
    pub(crate) fn rekeyed(&self) -> Result<Self, String> {
        Ok(Self { api_v3_key: hex(16)?, ..self.clone() })
    }

    /// A certificate for a key of which only the public key is known. Returns the certificate, its serial and the parsed key.
    pub(crate) fn certified(&self, mchid: &str, spki: &[u8]) -> Result<(String, String, PublicKey), String> {
        let backend = Backend::preferred().ok_or(NO_BACKEND)?;
        let key = backend.public_key(spki).map_err(text)?;
        let read = SubjectPublicKeyInfoRef::try_from(&*key.spki).map_err(text)?;
        let public = PublicHalf(read.subject_public_key.raw_bytes());
        let issuer_key = KeyPair::from_pem(&self.platform_private_key).map_err(text)?;
        let issuer = Issuer::new(parameters(PLATFORM_NAME, LONG_AGO)?, issuer_key);
        let certificate = parameters(mchid, LONG_AGO)?.signed_by(&public, &issuer).map_err(text)?.pem();
        let serial = serial(&certificate)?;
        Ok((certificate, serial, key))
    }
}

/// The stored credentials, from which all others are derived.
#[derive(Serialize, Deserialize)]
pub(crate) struct Kept {
    mchid: String,
    merchant_private_key: String,
    merchant_certificate: String,
    api_v3_key: String,
    public_key_id: String,
    public_key_private_half: String,
    platform_certificate: String,
    platform_private_key: String,
}

impl Kept {
    /// Makes the first merchant's keys and WeChat Pay's.
    pub(crate) fn make() -> Result<Self, String> {
        let (merchant, public, platform) = (rsa_key()?, rsa_key()?, rsa_key()?);
        Ok(Self {
            mchid: FIRST_MCHID.to_owned(),
            merchant_private_key: merchant.serialize_pem(),
            merchant_certificate: certificate(FIRST_MCHID, &merchant, LONG_AGO)?,
            api_v3_key: hex(16)?,
            public_key_id: format!("PUB_KEY_ID_01{FIRST_MCHID}2026010100000000000001"),
            public_key_private_half: public.serialize_pem(),
            platform_certificate: certificate(PLATFORM_NAME, &platform, LONG_AGO)?,
            platform_private_key: platform.serialize_pem(),
        })
    }
}

/// A merchant's certificate, its key and its serial.
struct Certified {
    serial: String,
    private_key: String,
    certificate: String,
    public_key: PublicKey,
}

impl Certified {
    fn make(mchid: &str) -> Result<Self, String> {
        let key = rsa_key()?;
        let certificate = certificate(mchid, &key, LONG_AGO)?;
        Ok(Self {
            serial: serial(&certificate)?,
            private_key: key.serialize_pem(),
            certificate,
            public_key: public_key(&key)?,
        })
    }
}

/// A public key, as the bit string of its SPKI.
struct PublicHalf<'a>(&'a [u8]);

impl PublicKeyData for PublicHalf<'_> {
    fn der_bytes(&self) -> &[u8] {
        self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_RSA_SHA256
    }
}

fn public_key(key: &KeyPair) -> Result<PublicKey, String> {
    let backend = Backend::preferred().ok_or(NO_BACKEND)?;
    public_key_der(&key.public_key_pem()).and_then(|der| backend.public_key(&der)).map_err(text)
}

fn serial(certificate: &str) -> Result<String, String> {
    Certificate::from_pem(certificate).map(|read| read.serial().to_owned()).map_err(text)
}

pub(crate) fn rsa_key() -> Result<KeyPair, String> {
    KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).map_err(text)
}

/// A certificate that is valid for five years from that time, in seconds since 1970.
pub(crate) fn certificate(name: &str, key: &KeyPair, begins: i64) -> Result<String, String> {
    Ok(parameters(name, begins)?.self_signed(key).map_err(text)?.pem())
}

fn parameters(name: &str, begins: i64) -> Result<CertificateParams, String> {
    let mut parameters = CertificateParams::default();
    let begins = OffsetDateTime::from_unix_timestamp(begins).map_err(text)?;
    let ends = begins.checked_add(FIVE_YEARS).ok_or("a certificate would end too late")?;
    (parameters.not_before, parameters.not_after) = (begins, ends);
    let mut subject = DistinguishedName::new();
    subject.push(DnType::CommonName, name);
    parameters.distinguished_name = subject;
    let mut serial = [0; 20];
    fill(&mut serial)?;
    // Positive and of full length, like real serials.
    if let Some(first) = serial.first_mut() {
        *first = *first & 0x3F | 0x40;
    }
    parameters.serial_number = Some(SerialNumber::from_slice(&serial));
    Ok(parameters)
}

/// Random bytes in upper-case hex.
pub(crate) fn hex(bytes: usize) -> Result<String, Failure> {
    let mut random = vec![0; bytes];
    fill(&mut random)?;
    Ok(random.iter().map(|byte| format!("{byte:02X}")).collect())
}

/// Random decimal digits.
pub(crate) fn digits(count: usize) -> Result<String, Failure> {
    let mut random = vec![0; count];
    fill(&mut random)?;
    Ok(random.iter().map(|byte| char::from(b'0' + byte % 10)).collect())
}

fn fill(bytes: &mut [u8]) -> Result<(), Failure> {
    aws_lc_rs::rand::fill(bytes).map_err(|_| Failure::Random)
}

pub(crate) fn text(error: impl std::fmt::Display) -> String {
    error.to_string()
}

const NO_BACKEND: &str = "no crypto library is compiled in";
const FIRST_MCHID: &str = "1900000001";
const FIRST_BRAND: usize = 1000;
/// Start of the first certificates' validity: the start of 2026.
const LONG_AGO: i64 = 1_767_225_600;
const FIVE_YEARS: Duration = Duration::days(5 * 365);
/// Subject of platform certificates.
pub(crate) const PLATFORM_NAME: &str = "Tenpay.com sign (sandbox)";
