//! Pictures of complaints (图片请求接口). Complaints are examples here, and all have the same picture:
//! <https://pay.weixin.qq.com/doc/v3/merchant/4012467251>.

use bytes::Bytes;
use http::Method;
use wxpay::server::match_path;

use crate::endpoint::Refusal;
use crate::endpoint::downloads::File;

/// The picture's ID in a path of pictures.
pub(crate) fn asked(method: &Method, path: &str) -> Option<String> {
    let holes = PLACES.iter().find_map(|place| match_path(place, path))?;
    // Uploads use a path of that form, too.
    holes.into_iter().map(|(_, id)| id).next().filter(|id| id != "upload" || method == Method::GET)
}

/// The file, with its media type: <https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter10_2_18.shtml>.
pub(crate) fn take(id: &str) -> Result<File, Refusal> {
    if id == ID {
        return Ok(File { content: Bytes::from_static(PICTURE), media_type: "image/png" });
    }
    // The same for pictures that a merchant has uploaded: the service answers 400, in words that nobody has reported.
    // https://developers.weixin.qq.com/community/pay/doc/00020ca612c4503f2161b5cb76a400
    Err(Refusal::uri_error("图片不存在", id))
}

/// URL of the picture.
pub(super) fn url(base: &str) -> String {
    // The ID is Base64 in a path, as in the documentation's example.
    format!("{}/v3/merchant-service/images/{}", base, ID.replace('=', "%3D"))
}

const PLACES: [&str; 2] = ["/v3/merchant-service/images/{media_id}", "/v3/global/merchant-service/images/{media_id}"];
const ID: &str = "ChsyMDAwMDAwMjAyNjAxMDExMjAwMDAwMDAwMDEYASABKAEwATgBQA==";
/// One grey pixel.
const PICTURE: &[u8] =
    b"\x89\x50\x4e\x47\x0d\x0a\x1a\x0a\x00\x00\x00\x0d\x49\x48\x44\x52\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\
    \x00\x3a\x7e\x9b\x55\x00\x00\x00\x0a\x49\x44\x41\x54\x78\xda\x63\x68\x00\x00\x00\x82\x00\x81\xda\x45\x08\x3b\x00\
    \x00\x00\x00\x49\x45\x4e\x44\xae\x42\x60\x82";
