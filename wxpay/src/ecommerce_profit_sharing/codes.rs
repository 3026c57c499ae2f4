//! What a request about shares of a platform's payments may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests, for one order too; slow down.
    FREQUENCY_LIMITED,
    /// 400: a rule is broken, such as an order that was not created for sharing, a receiver that was not added, or a
    /// payment less than a minute old.
    INVALID_REQUEST,
    /// 403: less is left of the order, or of the share that goes back.
    NOT_ENOUGH,
    /// 403: the platform may not share, or the receiver has not agreed to give back.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: there is no such sharing, return or order.
    RESOURCE_NOT_EXISTS,
    /// 403: more than may be shared of an order.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
