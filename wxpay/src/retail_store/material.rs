//! Codes for printing.

use crate::prelude::*;

/// Makes codes for printing, which lead users to a brand's activities (生成小店活动物料码).
///
/// For the merchant that owns the brand, and the brand's service provider. What the same `out_request_no` gives a second
/// time is not documented, so that the client does not repeat it: after an unknown outcome there may be codes already.
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
    /// The brand's number.
    #[wxpay(len = 32, label = "品牌ID")]
    pub brand_id: String,
    /// The merchant's own number for these codes, unique under the merchant.
    #[wxpay(len = 128, pattern = r"[0-9A-Za-z|_*\-]+", label = "请求业务单据")]
    pub out_request_no: String,
    /// How many codes.
    #[wxpay(range = 1.., label = "生成物料码数量")]
    pub material_num: i64,
}

/// Codes for printing.
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Materials {
    /// They.
    pub material_list: Option<Vec<Material>>,
}

/// A code for printing (物料码).
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Material {
    /// WeChat Pay's number for it.
    pub material_id: Option<String>,
    /// What the code says: an address.
    pub material_url: Option<String>,
}
