//! The caller, and the keys of both sides.

use std::path::Path;
use std::sync::Arc;

use super::Builder;
use super::source::Source;
use crate::crypto::{Backend, Decryptor, Signer};
use crate::keys::Platform;

impl Builder {
    /// The merchant number (商户号) of the caller; in partner mode that of the service provider (服务商).
    pub fn mchid(mut self, mchid: impl Into<String>) -> Self {
        self.mchid = Some(mchid.into());
        self
    }

    /// The brand ID (品牌ID), in place of a merchant number: the client calls as the brand, at paths that begin with `/brand/`. The
    /// certificate, its serial, the private key, the APIv3 key and WeChat Pay's public key are then the brand's. A brand has no
    /// platform certificates.
    ///
    /// ```no_run
    /// # use wxpay_core::client::{Client, ConfigError};
    /// # fn brand() -> Result<Client, ConfigError> {
    /// Client::builder()
    ///     .brand("123456789")
    ///     .merchant_serial("1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C")
    ///     .private_key_file("apiclient_key.pem")
    ///     .platform_public_key_file("PUB_KEY_ID_0119000000012024010100000000000001", "wxp_pub.pem")
    ///     .build()
    /// # }
    /// ```
    pub fn brand(mut self, brand_id: impl Into<String>) -> Self {
        self.brand = Some(brand_id.into());
        self
    }

    /// The serial number of the merchant's API certificate (商户API证书序列号), in hex.
    pub fn merchant_serial(mut self, serial: impl Into<String>) -> Self {
        self.serial = Some(serial.into());
        self
    }

    /// The merchant's API certificate (`apiclient_cert.pem`). It gives the serial, and is compared with the private key.
    pub fn merchant_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.certificate = Some(Source::text(pem));
        self
    }

    /// The merchant's API certificate, from a file.
    pub fn merchant_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.certificate = Some(Source::file(path.as_ref()));
        self
    }

    /// The merchant's private key (`apiclient_key.pem`), in PKCS#8 or PKCS#1 form.
    pub fn private_key_pem(mut self, pem: impl Into<String>) -> Self {
        self.private_key = Some(Source::text(pem));
        self
    }

    /// The merchant's private key, from a file.
    pub fn private_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.private_key = Some(Source::file(path.as_ref()));
        self
    }

    /// Signs elsewhere, for example in an HSM, a KMS or another process, in place of a private key.
    ///
    /// If [`Builder::merchant_certificate_pem`] is given too, a signature that does not match the certificate is never sent.
    pub fn signer(mut self, signer: Arc<dyn Signer>) -> Self {
        self.signer = Some(signer);
        self
    }

    /// Decrypts elsewhere, with the same key. [`Builder::signer`] needs it if answers have sensitive members.
    pub fn decryptor(mut self, decryptor: Arc<dyn Decryptor>) -> Self {
        self.decryptor = Some(decryptor);
        self
    }

    /// WeChat Pay's public key (微信支付公钥) and its ID, `PUB_KEY_ID_..`. May be given several times.
    pub fn platform_public_key_pem(mut self, id: impl Into<String>, pem: impl Into<String>) -> Self {
        self.public_keys.push((id.into(), Source::text(pem)));
        self
    }

    /// WeChat Pay's public key and its ID, from a file.
    pub fn platform_public_key_file(mut self, id: impl Into<String>, path: impl AsRef<Path>) -> Self {
        self.public_keys.push((id.into(), Source::file(path.as_ref())));
        self
    }

    /// A platform certificate (微信支付平台证书). May be given several times, also beside a public key.
    pub fn platform_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.platform_certificates.push(Source::text(pem));
        self
    }

    /// A platform certificate, from a file.
    pub fn platform_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.platform_certificates.push(Source::file(path.as_ref()));
        self
    }

    /// Shares a set of platform keys with other clients. Keys that are given by other methods are added to it.
    pub fn platform(mut self, platform: Platform) -> Self {
        self.platform = platform;
        self
    }

    /// The APIv3 key (APIv3密钥): opens notifications and the certificate download.
    pub fn api_v3_key(mut self, key: impl Into<String>) -> Self {
        self.api_v3_key = Some(Source::text(key));
        self
    }

    /// The APIv3 key, from a file with nothing else in it, except for a line break at the end.
    pub fn api_v3_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.api_v3_key = Some(Source::file_alone(path.as_ref()));
        self
    }

    /// The other APIv3 key, while the key is changed: it is tried if the first key does not open a notification or a certificate.
    /// So both open, whichever key is in force. Remove it after the change. The guide's page on keys has the steps.
    pub fn previous_api_v3_key(mut self, key: impl Into<String>) -> Self {
        self.previous_api_v3_key = Some(Source::text(key));
        self
    }

    /// The other APIv3 key, from a file.
    pub fn previous_api_v3_key_file(mut self, path: impl AsRef<Path>) -> Self {
        self.previous_api_v3_key = Some(Source::file_alone(path.as_ref()));
        self
    }

    /// Downloads the platform certificates (`GET /v3/certificates`) before the first call, every 6 hours, and when an answer is
    /// signed with an unknown key. Needs the APIv3 key. Merchants that have WeChat Pay's public key need no certificates.
    pub fn download_certificates(mut self) -> Self {
        self.downloads = true;
        self
    }

    /// The crypto library; by default that of the enabled features.
    pub fn backend(mut self, backend: Backend) -> Self {
        self.backend = Some(backend);
        self
    }
}
