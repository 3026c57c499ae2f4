//! Error codes of requests about gifts after a payment (错误码).

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface or of the business; the message says which.
    INVALID_REQUEST,
    /// 400: the merchant does not exist.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no right to this product or activity.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: the activity does not exist, or cannot be used.
    RESOURCE_NOT_EXISTS,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
