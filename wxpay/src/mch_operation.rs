//! Due diligence about a provider's merchants (商户尽职调查): the papers that are handed in.
//!
//! ```
//! use wxpay::mch_operation::{UploadFile, UploadFileRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("licence.pdf", &b"the bytes of the file"[..]);
//! let request = UploadFile::new(UploadFileRequired {
//!     due_diligence_id: "20260101000001".into(),
//!     due_diligence_file: file,
//! });
//! let paper = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```

#![doc(alias("商户尽职调查"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadFile>()];

/// Uploads a paper that an inquiry asks for (上传尽调资料文件). Its `file_id` stands in the submission.
///
/// Which endings and sizes are taken is said by the inquiry's item. Each upload makes a `file_id` of its own: repeating one does
/// no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/mch-operation-manage/enhanced-due-diligence/{due_diligence_id}/upload",
    response = File,
    required = UploadFileRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4015631042"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadFile {
    /// The inquiry.
    #[wxpay(label = "尽调单号")]
    pub due_diligence_id: String,
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(file_name, label = "文件名称")]
    pub file_name: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub file_digest: Option<String>,
    /// The merchant that it is about.
    #[wxpay(len = 32, label = "子商户号")]
    pub sub_mchid: Option<String>,
    /// The item of the inquiry that the paper is for.
    #[wxpay(label = "资料项唯一id")]
    pub item_id: Option<i64>,
    /// The paper.
    #[wxpay(label = "资料文件")]
    pub due_diligence_file: Upload,
}

/// An uploaded paper.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The name by which the submission refers to it.
    pub file_id: String,
}
