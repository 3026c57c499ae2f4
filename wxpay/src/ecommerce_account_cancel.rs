//! Pictures for applications to close the account of a platform's merchant (收付通·注销).
//!
//! ```
//! use wxpay::ecommerce_account_cancel::{UploadImage, UploadImageRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let file = Upload::new("picture.jpg", &b"the bytes of the file"[..]);
//! let request = UploadImage::new(UploadImageRequired { file });
//! let picture = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```

#![doc(alias("收付通", "注销"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadImage>()];

/// Uploads a picture for an application to close an account (图片上传). The application names its `media_id`.
///
/// Each upload returns a new `media_id`: a repeated upload does no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/ecommerce/account/cancel-applications/media",
    response = Image,
    required = UploadImageRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/ecommerce-cancel/media/upload-media.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadImage {
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(file_name, label = "文件名称")]
    pub file_name: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub file_digest: Option<String>,
    /// Picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// Media ID, which the application refers to.
    pub media_id: String,
}
