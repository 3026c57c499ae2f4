//! What a request about payroll cards may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down, and repeat a transfer under the same number.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface or of the business; the message says which.
    INVALID_REQUEST,
    /// 403: the merchant's money does not suffice for the transfers; add some and repeat under the same number.
    NOT_ENOUGH,
    /// 403: the service provider or the merchant has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters, a transfer under the same number.
    SYSTEM_ERROR,
}
