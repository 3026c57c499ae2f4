//! Error codes of requests about brands' activities in small stores (错误码).

use crate::codes::codes;

codes! {
    /// 400: the request breaks a rule of the interface or of the business; the message says which.
    INVALID_REQUEST,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
