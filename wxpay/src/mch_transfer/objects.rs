//! What every transfer says about its occasion.

use crate::prelude::*;

/// What is reported about a transfer's occasion (转账场景报备信息). The scene says which texts there have to be.
#[wxpay_object(required = SceneReportRequired)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SceneReport {
    /// What is reported: a fixed text of the scene, such as `活动名称`.
    #[wxpay(len = 15, label = "信息类型")]
    pub info_type: String,
    /// What there is to say about it, such as the activity's name.
    #[wxpay(len = 32, label = "信息内容")]
    pub info_content: String,
}
