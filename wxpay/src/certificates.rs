//! Platform certificates (平台证书), as they are downloaded.
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
//! A client keeps its certificates by itself
//! ([`download_certificates`](crate::client::Builder::download_certificates)); this is the endpoint alone.

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

/// The members that [`Envelope`] opens.
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

/// A platform certificate that WeChat Pay has now.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Downloaded {
    /// The certificate.
    pub certificate: Certificate,
    /// The same as PEM, as it was decrypted.
    pub pem: String,
}

/// The reason why certificates were not had.
#[derive(Debug)]
#[non_exhaustive]
pub enum Lacking {
    /// The merchant has none, and uses the public key (微信支付公钥).
    None,
    /// The call failed.
    Call(Box<Error>),
    /// The answer was verified, but is not what it should be, or does not open with the APIv3 key.
    Sealed(CertificatesError),
}

/// Downloads the certificates that WeChat Pay has now: verified with a key that the client has, opened with the APIv3 key,
/// and read. The client's own keys stay as they are.
///
/// # Errors
/// There are none, the call failed, or they do not open.
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

/// Tells that WeChat Pay says so. What is signed, and not believed, says nothing.
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
