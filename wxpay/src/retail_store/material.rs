//! Codes to be printed.

use crate::prelude::*;

/// Creates codes to be printed, which lead users to a brand's activities (生成小店活动物料码).
///
/// The merchant that owns the brand, and the brand's service provider, can call it. The documentation does not say what a
/// repeated `out_request_no` does; therefore the client does not repeat the request. After an unknown outcome the codes may
/// already exist.
///
/// Errors: 400 `PARAM_ERROR`, `INVALID_REQUEST`; 401 `SIGN_ERROR`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/goods-subsidy-activity/retail-store-act/{brand_id}/materials",
    response = Materials,
    required = CreateMaterialsRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012384337"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CreateMaterials {
    /// ID of the brand.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// The merchant's own number for these codes, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据")]
    pub out_request_no: String,
    /// Number of codes.
    #[wxpay(range = 1.., label = "生成物料码数量")]
    pub material_num: i64,
}

/// Codes to be printed.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Materials {
    /// The codes.
    pub material_list: Option<Vec<Material>>,
}

/// A code to be printed (物料码).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Material {
    /// WeChat Pay's number for the code.
    pub material_id: Option<String>,
    /// Content of the code: a URL.
    pub material_url: Option<String>,
}
