//! Shares of cross-border payments (跨境·分账): the papers that go with an application.
//!
//! ```
//! use wxpay::global_profit_sharing::{UploadFile, UploadFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("contract.pdf", &b"the bytes of the file"[..]);
//! let request = UploadFile::new(UploadFileRequired { file });
//! let paper = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Cross-border merchants call `https://apihk.mch.weixin.qq.com`, and so does a client without hosts of its own.

#![doc(alias("跨境", "分账"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadFile>()];

/// Uploads a paper (上传文件). Its `file_id` stands in the request that needs it.
///
/// Each upload makes a `file_id` of its own: repeating one does no harm.
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
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The paper: PDF, JPG, BMP or PNG, at most 5 MB.
    #[wxpay(len = 5_242_880, extensions = ["pdf", "jpg", "bmp", "png"], label = "文件")]
    pub file: Upload,
}

/// An uploaded paper.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name by which other requests refer to it.
    pub file_id: String,
}
