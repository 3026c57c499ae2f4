//! The download of a complaint's pictures.

use super::{ComplaintMedia, NegotiationMedia};
use crate::download::Download;
use crate::prelude::*;

/// Returns the download of a picture at a URL of a complaint or its negotiation history (图片请求接口), for
/// [`Client::download`](crate::client::Client::download). Pictures that the merchant has uploaded cannot be downloaded.
///
/// Pictures are not signed and have no digest: only the TLS connection to WeChat Pay authenticates them. The picture comes from a
/// user, who may have made it to attack the program that decodes it.
///
/// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012467251>
pub fn picture(media_url: impl Into<String>) -> Download {
    Download::without_digest(media_url).limit(LARGEST)
}

/// Asks for a picture of a complaint by its ID (图片请求接口), which is the end of its URL.
///
/// Pictures that the merchant uploaded cannot be downloaded. Nobody signs pictures, or digests of them: see [`picture`].
///
/// ```
/// # use wxpay::complaint::{FetchPicture, FetchPictureRequired};
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = wxpay_sandbox::Sandbox::start().await?;
/// # let client = sandbox.client()?;
/// # let media_id = "ChsyMDAwMDAwMjAyNjAxMDExMjAwMDAwMDAwMDEYASABKAEwATgBQA==".to_owned();
/// let request = FetchPicture::new(FetchPictureRequired { media_id });
/// let download = client.file(&request).await?.without_digest().limit(32 << 20);
/// let mut picture = Vec::new();
/// client.download(&download, &mut picture).await?;
/// # assert!(picture.starts_with(b"\x89PNG"));
/// # Ok(())
/// # }
/// ```
///
/// Errors: 400 for a picture that is not there; 401 `SIGN_ERROR`; 429 `RATELIMIT_EXCEEDED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/merchant-service/images/{media_id}",
    response = Bytes,
    required = FetchPictureRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467251"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FetchPicture {
    /// The picture, decoded where its URL has it percent-encoded.
    pub media_id: String,
}

impl ComplaintMedia {
    /// Returns the downloads of the pictures.
    pub fn pictures(&self) -> impl Iterator<Item = Download> {
        self.media_url.iter().flatten().map(picture)
    }
}

impl NegotiationMedia {
    /// Returns the downloads of the pictures.
    pub fn pictures(&self) -> impl Iterator<Item = Download> {
        self.media_url.iter().flatten().map(picture)
    }
}

/// The largest picture in bytes. WeChat Pay accepts 2 MB from merchants; its limit for users is not documented.
const LARGEST: u64 = 32 << 20;
