//! Error codes of pay score (错误码), for merchants and service providers. The pages list the same codes for every endpoint.
//!
//! ```
//! use wxpay::error::Error;
//! use wxpay::payscore::codes;
//!
//! fn is_over(error: &Error) -> bool {
//!     matches!(error.code_str(), codes::ORDER_CANCELED | codes::ORDER_DONE)
//! }
//! ```

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the order's state does not allow the request; query the order.
    INVALID_ORDER_STATE,
    /// 400: the request breaks a rule of the interface, or its number was used with other parameters.
    INVALID_REQUEST,
    /// 403: the merchant's data are wrong, or the merchant has no right to this product or service.
    NO_AUTH,
    /// 400: the order is cancelled, and nothing remains to be done.
    ORDER_CANCELED,
    /// 400: the order is done, and nothing remains to be done.
    ORDER_DONE,
    /// 404: the order does not exist.
    ORDER_NOT_EXIST,
    /// 400: a parameter is wrong; the message names it. It was also seen when the order's state did not allow the request.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
