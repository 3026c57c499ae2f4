//! Electronic invoices of taxis (出租车电子发票): uploading their files.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::taxi_invoice::{DigestAlgorithm, UploadInvoiceFile, UploadInvoiceFileRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("invoice.pdf", &b"the bytes of the file"[..]);
//! let digest = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0".into();
//! let request = UploadInvoiceFile::new(UploadInvoiceFileRequired {
//!     company_mchid: "1900000109".into(),
//!     region_id: 310_100,
//!     digest_algorithm: DigestAlgorithm::Sm3,
//!     digest,
//!     file,
//! });
//! let fapiao_media_id = client.send(&request).await?.fapiao_media_id;
//! # Ok(())
//! # }
//! ```

#![doc(alias("出租车电子发票"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadInvoiceFile>()];

/// Uploads the file of a taxi invoice (上传出租车电子发票文件). Put its `fapiao_media_id` into the request that adds the invoice to the
/// user's card wallet.
///
/// The digest is an SM3 hash of the file's bytes. This library does not have SM3: the caller has to compute it.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/taxi-invoice/cards/upload-file",
    response = InvoiceFile,
    required = UploadInvoiceFileRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/taxi-fapiao/taxi-invoice-card/upload-taxi-invoice-card-file.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadInvoiceFile {
    /// The merchant number of the company that runs the taxi.
    #[wxpay(len = 32, label = "出租车经营主体商户号")]
    pub company_mchid: String,
    /// Code of the area in GB/T 2260, such as 310100 for Shanghai.
    #[wxpay(label = "行政区划代码")]
    pub region_id: i64,
    /// Algorithm of the digest.
    #[wxpay(label = "文件摘要算法")]
    pub digest_algorithm: DigestAlgorithm,
    /// Digest of the file in hex.
    #[wxpay(label = "文件摘要")]
    pub digest: String,
    /// The invoice: a PDF, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["pdf"], label = "出租车电子发票文件")]
    pub file: Upload,
}

/// Algorithms of digests (文件摘要算法).
#[wxpay_enum]
pub enum DigestAlgorithm {
    /// SM3 (GB/T 32905).
    #[wxpay(rename = "DIGEST_ALGORITHM_SM3")]
    Sm3,
}

/// An uploaded file.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvoiceFile {
    /// ID of the file, for other requests.
    pub fapiao_media_id: String,
}
