//! Coupons for products (商品券): the pictures that they show.
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

/// Uploads a picture for coupons (图片上传). Its [`url`](Image::url) stands in the request that needs it.
///
/// Each upload makes a URL of its own: repeating one does no harm.
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
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(len = 150, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// Uploads a picture for a brand's own coupons (品牌图片上传), as [`UploadImage`] does for those of a service provider.
#[wxpay_endpoint(
    method = "POST",
    path = "/brand/marketing/product-coupon/media/upload-image",
    response = Image,
    required = UploadBrandImageRequired
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadBrandImage {
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The picture: JPG, BMP or PNG, at most 2 MB.
    #[wxpay(len = 2_097_152, extensions = ["jpg", "bmp", "png"], label = "图片文件")]
    pub file: Upload,
}

/// An uploaded picture. Its address stands in the requests that need it ([`Image::url`]): the official code and the
/// documentation call it differently.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Image {
    /// The address by which other requests refer to it.
    pub image_url: Option<String>,
    /// The same under another name: sources disagree about which one the answer has.
    pub media_url: Option<String>,
}

impl Image {
    /// The address by which other requests refer to it, whatever its name in the answer.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.image_url.as_deref().or(self.media_url.as_deref())
    }
}
