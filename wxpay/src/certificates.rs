//! Platform certificates (平台证书), as they are downloaded.
//!
//! ```
//! use wxpay::certificates::DownloadCertificates;
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::start().await?;
//! # let client = sandbox.client()?;
//! let certificates = client.send(&DownloadCertificates::new()).await?.data;
//! assert_eq!(certificates.len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! A client keeps its certificates by itself
//! ([`download_certificates`](crate::client::Builder::download_certificates)); this is the endpoint alone.

use crate::Shipped;
use crate::prelude::*;

/// Downloads the platform certificates (获取平台证书列表).
///
/// The first download is a hen-and-egg problem that [`Client::send`] does not solve, since it believes only keys that it
/// has: [`Client::refresh_certificates`] opens, then verifies, then believes. A new certificate is listed before the old
/// one ends, so there may be several. At most 1000 calls a second.
///
/// Errors: 400 `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`: the merchant has none, and uses the public key;
/// 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/certificates",
    response = PlatformCertificates,
    required = (),
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012551764"
)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct DownloadCertificates {
    /// Which suite's certificates; RSA unless it says otherwise.
    #[wxpay(label = "证书算法版本")]
    pub algorithm_type: Option<AlgorithmType>,
}

/// A suite of algorithms.
#[wxpay_enum]
pub enum AlgorithmType {
    /// RSA and SHA-256.
    #[wxpay(rename = "RSA")]
    Rsa,
    /// SM2 and SM3 (国密).
    #[wxpay(rename = "SM2")]
    Sm2,
    /// Both.
    All,
}

/// The answer to [`DownloadCertificates`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlatformCertificates {
    /// Each certificate.
    pub data: Vec<PlatformCertificate>,
}

/// A platform certificate, still encrypted.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlatformCertificate {
    /// Its serial number in hex.
    pub serial_no: Option<String>,
    /// When it begins to be used.
    pub effective_time: Option<DateTime>,
    /// When it ends.
    pub expire_time: Option<DateTime>,
    /// The certificate as PEM, encrypted with the APIv3 key.
    pub encrypt_certificate: Option<EncryptedCertificate>,
}

/// What [`Envelope`](crate::envelope::Envelope) opens.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncryptedCertificate {
    /// `AEAD_AES_256_GCM`.
    pub algorithm: String,
    /// Twelve characters.
    pub nonce: String,
    /// `certificate`.
    pub associated_data: Option<String>,
    /// The ciphertext and its tag in Base64.
    pub ciphertext: String,
}

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<DownloadCertificates>("certificates")];
