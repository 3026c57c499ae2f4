//! Error codes of requests about payroll cards (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down, and repeat a transfer with the same number.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface or of the business; the message says which.
    INVALID_REQUEST,
    /// 403: the sub-merchant's balance does not suffice for the transfers. Top up, and repeat with the same number.
    NOT_ENOUGH,
    /// 403: the service provider or the sub-merchant has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters, and a transfer with the same number.
    SYSTEM_ERROR,
}
