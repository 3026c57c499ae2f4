//! The end of a complaint.

use crate::prelude::*;

/// Declares a complaint done (反馈处理完成). WeChat Pay then asks the user how it was.
///
/// Do so when it really is: how many users complain again is what merchants are judged by.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/merchant-service/complaints-v2/{complaint_id}/complete",
    required = CompleteComplaintRequired,
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4012467255"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CompleteComplaint {
    /// The complaint's number.
    #[wxpay(len = 64, label = "投诉单号")]
    pub complaint_id: String,
    /// The merchant that it is about.
    #[wxpay(len = 64, label = "被诉商户号")]
    pub complainted_mchid: String,
}
