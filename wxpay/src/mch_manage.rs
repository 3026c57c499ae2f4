//! Measures of WeChat Pay against a service provider's merchants (商户管理记录): uploads of the documents that they submit.
//!
//! ```
//! use wxpay::mch_manage::{UploadFile, UploadFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let file = Upload::new("licence.pdf", &b"the bytes of the file"[..]);
//! let request = UploadFile::new(UploadFileRequired {
//!     sub_mchid: "1900000109".into(),
//!     item_id: 1,
//!     submission_file: file,
//! });
//! let paper = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```

#![doc(alias("商户管理记录"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadFile>()];

/// Uploads a document that a record of measures requires (上传商户提交资料文件). The submission names its `file_id`.
///
/// The item of the record says which file extensions and sizes are accepted. Each upload returns a new `file_id`: a repeated
/// upload does no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/mch-manage/submission-files/sub-mchid/{sub_mchid}/upload",
    response = File,
    required = UploadFileRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4014940425"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadFile {
    /// Merchant number of the sub-merchant.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(file_name, label = "文件名称")]
    pub file_name: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub file_digest: Option<String>,
    /// ID of the record's item that the document is for.
    #[wxpay(part, label = "资料项唯一id")]
    pub item_id: i64,
    /// ID of the record. Not every source has this member.
    #[wxpay(part, label = "商户管理记录ID")]
    pub manage_record_id: Option<String>,
    /// Document.
    #[wxpay(label = "资料文件")]
    pub submission_file: Upload,
}

/// An uploaded document.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// File ID, which the submission refers to.
    pub file_id: String,
}
