//! Giving out consumption cards.

use crate::prelude::*;

/// Gives a user a consumption card (发放消费卡), a card with coupons of a local government (政府消费券).
///
/// `out_request_no` and `send_time` together make a repeated request safe: repeat it with the same `send_time`, not with the
/// current time.
///
/// Errors: 400 `APPID_MCHID_NOT_MATCH`, `INVALID_REQUEST`, `PARAM_ERROR`; 401 `SIGN_ERROR`; 404 `RESOURCE_NOT_EXISTS`
/// (no such card); 429 `FREQUENCY_LIMIT_EXCEED`; 500 `SYSTEM_ERROR`.
#[wxpay_endpoint(
    method = "POST",
    path = "/v3/marketing/busifavor/coupons/{card_id}/send",
    response = SendCardResponse,
    required = SendCardRequired,
    number = "out_request_no",
    doc = "https://pay.weixin.qq.com/doc/v3/merchant/4017164666"
)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCard {
    /// Card ID.
    #[wxpay(label = "消费卡ID")]
    pub card_id: String,
    /// App ID of the card, which is bound to the caller.
    #[wxpay(len = 32, label = "消费卡归属appid")]
    pub appid: String,
    /// Openid of the user, under `appid`.
    #[wxpay(len = 128, label = "用户openid")]
    pub openid: String,
    /// The merchant's number of this card; letters and digits are recommended.
    #[wxpay(label = "商户单据号")]
    pub out_request_no: String,
    /// Time at which the merchant's system gave the card: at most 24 hours ago.
    #[wxpay(label = "请求发卡时间")]
    pub send_time: DateTime,
}

/// The answer to a [`SendCard`].
#[wxpay_object]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendCardResponse {
    /// Number of the user's card.
    pub card_code: String,
}
