//! Electronic invoices (电子发票): uploads of invoice files that a merchant has issued by itself.
//!
//! ```
//! use wxpay::fapiao::{DigestAlgorithm, InvoiceFileType, UploadInvoiceFile, UploadInvoiceFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let file = Upload::new("invoice.pdf", &b"the bytes of the file"[..]);
//! let digest = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0".into();
//! let request = UploadInvoiceFile::new(UploadInvoiceFileRequired {
//!     file_type: InvoiceFileType::Pdf,
//!     digest_algorithm: DigestAlgorithm::Sm3,
//!     digest,
//!     file,
//! });
//! let fapiao_media_id = client.send(&request).await?.fapiao_media_id;
//! # Ok(())
//! # }
//! ```

#![doc(alias("电子发票"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadInvoiceFile>()];

/// Uploads the file of an invoice (上传电子发票文件). The request that puts the invoice into the user's card pack names its
/// `fapiao_media_id`.
///
/// The digest is SM3, which this library does not implement: the caller computes it over the file's bytes.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/new-tax-control-fapiao/fapiao-applications/upload-fapiao-file",
    response = InvoiceFile,
    required = UploadInvoiceFileRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4015792580"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadInvoiceFile {
    /// Merchant number of the sub-merchant for which the invoice is issued. Required for service providers.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// Format of the file.
    #[wxpay(label = "文件类型")]
    pub file_type: InvoiceFileType,
    /// Algorithm of the digest. The API spells this member `digest_alogrithm`.
    #[wxpay(rename = "digest_alogrithm", label = "摘要算法")]
    pub digest_algorithm: DigestAlgorithm,
    /// Digest of the file in hex.
    #[wxpay(label = "文件摘要")]
    pub digest: String,
    /// Invoice, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["pdf", "ofd"], label = "电子发票文件")]
    pub file: Upload,
}

/// The format of an invoice's file (文件类型).
#[wxpay_enum]
pub enum InvoiceFileType {
    /// PDF.
    Pdf,
    /// OFD, the Chinese standard for fixed-layout documents.
    Ofd,
}

/// A digest algorithm (摘要算法).
#[wxpay_enum]
pub enum DigestAlgorithm {
    /// SM3 (GB/T 32905).
    #[wxpay(rename = "SM3")]
    Sm3,
}

/// An uploaded file.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvoiceFile {
    /// Media ID, which other requests refer to.
    pub fapiao_media_id: String,
}
