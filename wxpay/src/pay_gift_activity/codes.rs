//! What a request about gifts after a payment may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface or of the business; the message says which.
    INVALID_REQUEST,
    /// 400: there is no such merchant.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no right to this product or activity.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: there is no such activity, or it cannot be used.
    RESOURCE_NOT_EXISTS,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
