//! Error codes of the requests about the Gold Plan (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface, for example about the state of the sub-merchant.
    INVALID_REQUEST,
    /// 403: the service provider has no permission for this product or this sub-merchant.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat the request with the same parameters.
    SYSTEM_ERROR,
}
