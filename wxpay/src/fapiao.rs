//! Electronic invoices (电子发票): the files of invoices that a merchant has issued by itself.

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadInvoiceFile>("fapiao")];

/// Uploads the file of an invoice (上传电子发票文件). Its `fapiao_media_id` stands in the request that puts the invoice into
/// the user's card pack.
///
/// The digest is an SM3, which this library cannot make: the caller does, over the file's bytes.
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
    /// The merchant that the invoice is issued for. Service providers need it.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The form of the file.
    #[wxpay(label = "文件类型")]
    pub file_type: InvoiceFileType,
    /// The algorithm of the digest. Its name on the wire is spelled `digest_alogrithm`.
    #[wxpay(rename = "digest_alogrithm", label = "摘要算法")]
    pub digest_algorithm: DigestAlgorithm,
    /// The digest of the file, in hex.
    #[wxpay(label = "文件摘要")]
    pub digest: String,
    /// The invoice, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["pdf", "ofd"], label = "电子发票文件")]
    pub file: Upload,
}

/// The form of an invoice's file (文件类型).
#[wxpay_enum]
pub enum InvoiceFileType {
    /// PDF.
    Pdf,
    /// OFD, the Chinese standard of fixed pages.
    Ofd,
}

/// An algorithm of digests (摘要算法).
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
    /// The name by which other requests refer to it.
    pub fapiao_media_id: String,
}
