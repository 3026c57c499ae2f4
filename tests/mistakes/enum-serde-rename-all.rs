// expect: serde | serde(rename_all = "SCREAMING_SNAKE_CASE")
use wxpay::prelude::*;

#[wxpay_enum]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RefundStatus {
    Success,
    Abnormal,
}
