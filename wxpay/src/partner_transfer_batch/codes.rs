//! Error codes of requests about a sub-merchant's batch of transfers (错误码).

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; this one was not accepted. Repeat it later with the same number.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule; the message says which.
    INVALID_REQUEST,
    /// 403: the balance does not suffice. Top up, and repeat the request with the same number.
    NOT_ENOUGH,
    /// 404: the batch or transfer does not exist.
    NOT_FOUND,
    /// 403: the service provider has no right to this product, or the sub-merchant has not authorized the service provider.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay. Repeat with the same number and the same parameters: a different number may pay twice.
    SYSTEM_ERROR,
}
