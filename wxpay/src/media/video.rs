//! Videos for applications.

use super::Media;
use crate::prelude::*;

/// Uploads a video, such as one of a shop (视频上传). Its `media_id` stands in the request that needs it.
///
/// Each upload makes a `media_id` of its own: repeating one does no harm.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant/media/video_upload",
    response = Media,
    required = UploadVideoRequired,
    doc = "https://pay.weixin.qq.com/docs/partner/apis/contracted-merchant-application/video-upload.html"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UploadVideo {
    /// The file's own name, unless it is set: then it has to be the same.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// The file's SHA-256 in hex. The client sets it.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// The video, at most 5 MB: AVI, WMV, MPEG, MP4, MOV, MKV, FLV, F4V, M4V or RMVB.
    #[wxpay(len = 5_242_880, extensions = ["avi", "wmv", "mpeg", "mp4", "mov", "mkv", "flv", "f4v", "m4v", "rmvb"], label = "视频文件")]
    pub file: Upload,
}
