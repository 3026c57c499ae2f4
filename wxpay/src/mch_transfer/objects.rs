//! The report information of transfers.

use crate::prelude::*;

/// An item of report information of a transfer (转账场景报备信息). The scene decides which items are required.
#[wxpay_object(required = SceneReportRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SceneReport {
    /// Type of the information: a fixed text of the scene, such as `活动名称`.
    #[wxpay(len = 15, label = "信息类型")]
    pub info_type: String,
    /// Content of the information, such as the name of the campaign.
    #[wxpay(len = 32, label = "信息内容")]
    pub info_content: String,
}
