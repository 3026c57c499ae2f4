//! Users' complaints about cross-border merchants (跨境·消费者投诉): pictures of users, and uploads of pictures for answers.
//!
//! ```
//! use wxpay::global_complaint::{UploadImage, UploadImageRequired};
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
//!
//! The host of cross-border merchants is `https://apihk.mch.weixin.qq.com`; a client without configured hosts uses it here.

#![doc(alias("跨境", "消费者投诉"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadImage>(), Shipped::of_file::<FetchPicture>()];

/// Uploads a picture for an answer to a user (商户上传反馈图片).
///
/// Each upload returns a new `media_id`: a repeated upload does no harm.
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
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// Media ID, which answers refer to.
    pub media_id: String,
}

/// Fetches a picture of a user's complaint by its ID (图片请求接口).
///
/// Neither the picture nor a digest of it is signed: only the encrypted connection to WeChat Pay vouches for it.
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
    /// Media ID, decoded if its URL has it percent-encoded.
    pub media_id: String,
    /// Number of the complaint.
    pub complaint_id: String,
}
