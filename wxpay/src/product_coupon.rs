//! Product coupons (商品券): uploading their pictures.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::product_coupon::{UploadImage, UploadImageRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let file = Upload::new("cup.png", &b"the bytes of the file"[..]);
//! let request = UploadImage::new(UploadImageRequired { file });
//! let picture = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! A service provider uploads with the client of its merchant number, a brand with the client of its brand ID
//! ([`Builder::brand`](crate::client::Builder::brand)).

#![doc(alias("商品券"))]

use crate::Shipped;
use crate::prelude::*;

pub(crate) const SHIPPED: &[Shipped] = &[Shipped::of::<UploadImage>(), Shipped::of::<UploadBrandImage>()];

/// Uploads a picture for coupons (图片上传). Put its [`url`](Image::url) into the request that needs it.
///
/// Each upload creates a new URL: repeating it does no harm.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/partner/product-coupon/media/upload-image",
    response = Image,
    required = UploadImageRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/partner/4015781275"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadImage {
    /// Name of the file. By default the file's own name; another name is refused.
    #[wxpay(len = 150, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// Uploads a picture for a brand's own coupons (品牌图片上传), as [`UploadImage`] does for a service provider.
#[wxpay_endpoint(
    method = "POST",
    path = "/brand/marketing/product-coupon/media/upload-image",
    response = Image,
    required = UploadBrandImageRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadBrandImage {
    /// Name of the file. By default the file's own name; another name is refused.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture. Put its URL ([`Image::url`]) into the requests that need it: the official code and the documentation name
/// the member differently.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// URL of the picture, for other requests.
    pub image_url: Option<String>,
    /// URL of the picture, by another name: sources disagree on the name in the answer.
    pub media_url: Option<String>,
}

impl Image {
    /// Returns the URL of the picture, by either name.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.image_url.as_deref().or(self.media_url.as_deref())
    }
}
