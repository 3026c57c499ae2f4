//! Uploads of pictures and videos that other requests refer to (图片上传, 视频上传).
//!
//! The answer to an upload has a name for the file, which goes into the request that needs it: the `media_id` of [`UploadImage`]
//! and [`UploadVideo`] in applications of merchants, the `media_url` of [`UploadMarketingImage`] in coupons. Some products have
//! their own uploads, as their documentation says; they do not accept names from other uploads.
//!
//! ```no_run
//! use wxpay::media::{UploadImage, UploadImageRequired};
//! use wxpay::prelude::*;
//!
//! # async fn upload(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let file = Upload::open("licence.jpg")?;
//! let licence = client.send(&UploadImage::new(UploadImageRequired { file })).await?;
//! println!("{}", licence.media_id);
//! # Ok(())
//! # }
//! ```

#![doc(alias("图片上传", "视频上传"))]

mod image;
mod marketing_image;
mod video;

pub use image::{Media, UploadImage, UploadImageRequired};
pub use marketing_image::{MarketingImage, UploadMarketingImage, UploadMarketingImageRequired};
pub use video::{UploadVideo, UploadVideoRequired};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] =
    &[Shipped::of::<UploadImage>(), Shipped::of::<UploadVideo>(), Shipped::of::<UploadMarketingImage>()];
