//! Measures of WeChat Pay against a provider's merchants (商户管理记录): the papers that a merchant hands in.
//!
//! ```
//! use wxpay::mch_manage::{UploadFile, UploadFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
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

/// Uploads a paper that a record of measures asks for (上传商户提交资料文件). Its `file_id` stands in the submission.
///
/// Which endings and sizes are taken is said by the record's item. Each upload makes a `file_id` of its own: repeating one does
/// no harm.
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
    /// The merchant that it is about.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: String,
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(file_name, label = "文件名称")]
    pub file_name: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub file_digest: Option<String>,
    /// The item of the record that the paper is for.
    #[wxpay(part, label = "资料项唯一id")]
    pub item_id: i64,
    /// The record. Not every source knows this member.
    #[wxpay(part, label = "商户管理记录ID")]
    pub manage_record_id: Option<String>,
    /// The paper.
    #[wxpay(label = "资料文件")]
    pub submission_file: Upload,
}

/// An uploaded paper.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name by which the submission refers to it.
    pub file_id: String,
}
