//! Profit sharing of cross-border payments (跨境·分账): uploads of documents for applications.
//!
//! ```
//! use wxpay::global_profit_sharing::{UploadFile, UploadFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let file = Upload::new("contract.pdf", &b"the bytes of the file"[..]);
//! let request = UploadFile::new(UploadFileRequired { file });
//! let paper = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The host of cross-border merchants is `https://apihk.mch.weixin.qq.com`; a client without configured hosts uses it here.

#![doc(alias("跨境", "分账"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadFile>()];

/// Uploads a document (上传文件). The request that needs the document names its `file_id`.
///
/// Each upload returns a new `file_id`: a repeated upload does no harm.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/global/merchant-storage/file/upload",
    response = File,
    required = UploadFileRequired,
    doc = "https://pay.weixin.qq.com/wiki/doc/api_external/en/apis/chapter4_1_11.shtml",
    host = "cross-border"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadFile {
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Document: PDF, JPG, BMP or PNG, at most 5 MB.
    #[wxpay(len = 5_242_880, extensions = ["pdf", "jpg", "bmp", "png"], label = "文件")]
    pub file: Upload,
}

/// An uploaded document.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// File ID, which other requests refer to.
    pub file_id: String,
}
