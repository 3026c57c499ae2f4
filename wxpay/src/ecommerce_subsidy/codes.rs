//! What a request about a subsidy may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface, such as one about the state of the order.
    INVALID_REQUEST,
    /// 403: the account that pays has too little; repeat the same request once it has been topped up.
    NOT_ENOUGH,
    /// 403: the platform has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
