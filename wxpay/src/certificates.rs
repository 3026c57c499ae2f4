//! Downloading platform certificates (平台证书).
//!
//! ```
//! use wxpay::certificates::DownloadCertificates;
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().keys(wxpay_sandbox::Keys::Certificate).start().await?;
//! # let client = sandbox.client()?;
//! let certificates = client.send(&DownloadCertificates::new()).await?.data;
//! assert_eq!(certificates.len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! A client keeps its certificates current by itself ([`download_certificates`](crate::client::Builder::download_certificates));
//! this module has the endpoint alone.

#![doc(alias("平台证书"))]

use crate::DecodeError;
use crate::Shipped;
use crate::crypto::Backend;
use crate::envelope::Envelope;
use crate::error::{ApiError, CertificatesError, Error, ErrorCode, ErrorKind, SignatureState};
use crate::keys::{ApiV3Keys, Certificate};
use crate::prelude::*;

/// Downloads the platform certificates (获取平台证书列表).
///
/// [`Client::send`] trusts only keys that the client has, and therefore cannot make the first download.
/// [`Client::refresh_certificates`] can: it decrypts the certificates, verifies the answer with them, and only then trusts them.
/// A new certificate is listed before the old one expires, so there may be several. Limited to 1000 calls a second.
///
/// Errors: 400 `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS` (the merchant has no certificate, and uses the public
/// key); 500 `SYSTEM_ERROR`.
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
    /// Algorithms of the certificates; RSA by default.
    #[wxpay(label = "证书算法版本")]
    pub algorithm_type: Option<AlgorithmType>,
}

/// Suites of algorithms.
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
    /// The certificates.
    pub data: Vec<PlatformCertificate>,
}

/// A platform certificate, which is still encrypted.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlatformCertificate {
    /// Serial number in hex.
    pub serial_no: Option<String>,
    /// Time from which the certificate is used.
    pub effective_time: Option<DateTime>,
    /// Time at which the certificate expires.
    pub expire_time: Option<DateTime>,
    /// The certificate as PEM, encrypted with the APIv3 key.
    pub encrypt_certificate: Option<EncryptedCertificate>,
}

/// An encrypted certificate: the members that [`Envelope`] opens.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncryptedCertificate {
    /// Algorithm: `AEAD_AES_256_GCM`.
    pub algorithm: String,
    /// Nonce of twelve characters.
    pub nonce: String,
    /// Associated data: `certificate`.
    pub associated_data: Option<String>,
    /// Ciphertext with its tag, in Base64.
    pub ciphertext: String,
}

/// A current platform certificate of WeChat Pay.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Downloaded {
    /// The certificate.
    pub certificate: Certificate,
    /// The certificate as PEM, as it was decrypted.
    pub pem: String,
}

/// The reason why there are no certificates.
#[derive(Debug)]
#[non_exhaustive]
pub enum Lacking {
    /// The merchant has no certificate, and uses the public key (微信支付公钥).
    None,
    /// The call failed.
    Call(Box<Error>),
    /// The answer was verified, but is invalid, or cannot be opened with the APIv3 key.
    Sealed(CertificatesError),
}

/// Downloads WeChat Pay's current certificates, verified with a key that the client has, and opened with the APIv3 key. The
/// client's own keys are not changed.
///
/// # Errors
/// Fails if there are no certificates, if the call failed, or if they cannot be opened.
pub async fn download(client: &Client) -> Result<Vec<Downloaded>, Lacking> {
    let mut request = DownloadCertificates::new();
    request.algorithm_type = Some(AlgorithmType::Rsa);
    let listed = client.send(&request).await.map_err(lacking)?.data;
    if listed.is_empty() {
        return Err(Lacking::None);
    }
    let keys = client.merchant().api_v3_keys().ok_or(Lacking::Sealed(CertificatesError::NoKey))?;
    let backend = Backend::preferred().ok_or(Lacking::Sealed(CertificatesError::NoBackend))?;
    let each = listed.iter().enumerate().map(|(index, entry)| match &entry.encrypt_certificate {
        Some(sealed) => opened(sealed, keys, backend),
        None => Err(DecodeError::missing(format!("/data/{index}/encrypt_certificate")).into()),
    });
    each.collect::<Result<_, _>>().map_err(Lacking::Sealed)
}

fn lacking(error: Error) -> Lacking {
    match error.kind() {
        ErrorKind::Decode(error) => Lacking::Sealed(error.clone().into()),
        ErrorKind::Api(api) if says_none(api) => Lacking::None,
        _ => Lacking::Call(Box::new(error)),
    }
}

/// Returns true if WeChat Pay says that there are no certificates. An answer with a bad signature says nothing.
fn says_none(error: &ApiError) -> bool {
    error.status().as_u16() == 404
        && matches!(error.code(), ErrorCode::ResourceNotExists | ErrorCode::NotFound)
        && !matches!(error.signature(), SignatureState::Bad(_))
}

fn opened(sealed: &EncryptedCertificate, keys: &ApiV3Keys, backend: Backend) -> Result<Downloaded, CertificatesError> {
    let envelope = Envelope {
        algorithm: &sealed.algorithm,
        nonce: &sealed.nonce,
        associated_data: sealed.associated_data.as_deref(),
        ciphertext: &sealed.ciphertext,
    };
    let pem = keys.open(&envelope, backend)?;
    let pem = String::from_utf8(pem.to_vec()).map_err(|_| CertificatesError::NotText)?;
    let certificate = Certificate::from_pem(&pem)?;
    Ok(Downloaded { certificate, pem })
}

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<DownloadCertificates>()];
