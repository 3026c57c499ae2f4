//! The download of a complaint's pictures.

use super::{ComplaintMedia, NegotiationMedia};
use crate::download::Download;

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
