//! Pictures that belong to a complaint.

use super::{ComplaintMedia, NegotiationMedia};
use crate::download::Download;
use crate::prelude::*;

/// A picture at a URL that a complaint or its negotiation names (图片请求接口), for
/// [`Client::download`](crate::client::Client::download). What the merchant has uploaded cannot be downloaded again.
///
/// Nobody signs pictures, or digests of them: what proves one is the encrypted connection to WeChat Pay, and nothing
/// else. The user has made it, and may have made it to be looked at by a program with faults.
///
/// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012467251>
pub fn picture(media_url: impl Into<String>) -> Download {
    Download::without_digest(media_url).limit(LARGEST)
}

/// Asks for a picture of a complaint by its ID (图片请求接口), which is the end of its URL.
///
/// What the merchant has uploaded cannot be downloaded again. Nobody signs pictures, or digests of them: see [`picture`].
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
    /// Its pictures.
    pub fn pictures(&self) -> impl Iterator<Item = Download> {
        self.media_url.iter().flatten().map(picture)
    }
}

impl NegotiationMedia {
    /// Its pictures.
    pub fn pictures(&self) -> impl Iterator<Item = Download> {
        self.media_url.iter().flatten().map(picture)
    }
}

/// In bytes. WeChat Pay takes pictures of 2 MB from merchants; what it takes from users it does not say.
const LARGEST: u64 = 32 << 20;
