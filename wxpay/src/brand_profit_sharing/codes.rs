//! Error codes of the requests about profit sharing for brands (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests, also for a single order; slow down.
    FREQUENCY_LIMITED,
    /// 400: a rule is broken, for example the order was not created for profit sharing, the receiver was not added, or the
    /// payment is less than a minute old.
    INVALID_REQUEST,
    /// 403: the remaining amount of the order, or of the share to return, is too small.
    NOT_ENOUGH,
    /// 403: the service provider has no permission for profit sharing, or the receiver has not agreed to returns.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: the sharing order, return or order does not exist.
    RESOURCE_NOT_EXISTS,
    /// 403: the amount exceeds the ratio that the brand allows.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat the request with the same parameters.
    SYSTEM_ERROR,
}
