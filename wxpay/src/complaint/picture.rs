//! Pictures that belong to a complaint.

use super::{ComplaintMedia, NegotiationMedia};
use crate::download::Download;

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
