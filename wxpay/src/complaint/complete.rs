//! The completion of a complaint.

use crate::prelude::*;

/// Declares a complaint completed (反馈处理完成). WeChat Pay then asks the user about it.
///
/// Send this request only if the complaint is resolved: merchants are rated by the number of users who complain again.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/complete",
    required = CompleteComplaintRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467255"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompleteComplaint {
    /// Complaint number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// Merchant number that the complaint is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
}
