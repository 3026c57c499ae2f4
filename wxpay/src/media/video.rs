//! The upload of videos.

use super::Media;
use crate::prelude::*;

/// Uploads a video, such as one of a shop (视频上传). The request that needs the video names its `media_id`.
///
/// Each upload returns a new `media_id`: a repeated upload does no harm.
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
    /// Name of the file. The client fills it in; a value that is set has to be the same name.
    #[wxpay(len = 128, file_name, label = "文件名称")]
    pub filename: Option<String>,
    /// SHA-256 of the file in hex. The client fills it in.
    #[wxpay(sha256, label = "文件摘要")]
    pub sha256: Option<String>,
    /// Video, at most 5 MB: AVI, WMV, MPEG, MP4, MOV, MKV, FLV, F4V, M4V or RMVB.
    #[wxpay(len = 5_242_880, extensions = ["avi", "wmv", "mpeg", "mp4", "mov", "mkv", "flv", "f4v", "m4v", "rmvb"], label = "视频文件")]
    pub file: Upload,
}
