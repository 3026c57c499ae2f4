//! Users' complaints about cross-border merchants (跨境·消费者投诉): the pictures, of users and for answers.
//!
//! ```
//! use wxpay::global_complaint::{UploadImage, UploadImageRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("picture.jpg", &b"the bytes of the file"[..]);
//! let request = UploadImage::new(UploadImageRequired { file });
//! let picture = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! Cross-border merchants call `https://apihk.mch.weixin.qq.com`, and so does a client without hosts of its own.

#![doc(alias("跨境", "消费者投诉"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadImage>(), Shipped::of_file::<FetchPicture>()];

/// Uploads a picture for an answer to a user (商户上传反馈图片).
///
/// Each upload makes a `media_id` of its own: repeating one does no harm.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/global/merchant-service/images/upload",
    response = Image,
    required = UploadImageRequired,
    host = "cross-border"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadImage {
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// The name by which answers refer to it.
    pub media_id: String,
}

/// Asks for a picture that a user has shown with a complaint (图片请求接口), by its ID.
///
/// Nobody signs pictures, or digests of them: what proves one is the encrypted connection to WeChat Pay, and nothing else.
/// [`Client::file`](crate::client::Client::file) makes the download, without a digest.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/global/merchant-service/images/{media_id}",
    response = Bytes,
    required = FetchPictureRequired,
    host = "cross-border"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FetchPicture {
    /// The picture, decoded where its URL has it percent-encoded.
    pub media_id: String,
    /// The complaint that it belongs to.
    pub complaint_id: String,
}
