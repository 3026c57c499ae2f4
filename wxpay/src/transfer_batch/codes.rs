//! Error codes of requests about a batch of transfers (错误码).

use crate::codes::codes;

codes! {
    /// 403: the merchant may not pay; the merchant platform shows the reason and the remedy.
    ACCOUNTERROR,
    /// 400 or 401: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; this one was not accepted. Repeat it later with the same number.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule; the message says which.
    INVALID_REQUEST,
    /// 403: the balance does not suffice. Top up, and repeat the request with the same number.
    NOT_ENOUGH,
    /// 404: the batch or transfer does not exist.
    NOT_FOUND,
    /// 403: the merchant has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 429: the merchant's own limit of transfers per day is exceeded.
    QUOTA_EXCEED,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay. Repeat with the same number and the same parameters: a different number may pay twice.
    SYSTEM_ERROR,
}
