//! What a request about a platform's refund may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests. The outcome of a refund is unknown then: ask about a minute later.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 404: there is no such merchant.
    MCH_NOT_EXISTS,
    /// 403: the account that pays has too little; repeat the same request once it has been topped up.
    NOT_ENOUGH,
    /// 403: the platform has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: there is no such order or refund.
    RESOURCE_NOT_EXISTS,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
    /// 403: the user's account is closed, or not in order.
    USER_ACCOUNT_ABNORMAL,
}
