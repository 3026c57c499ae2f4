//! What pay score may refuse a request with (错误码), that of a service provider too. The pages list the same codes for
//! every endpoint.
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
    /// 400: the order's state does not allow it; ask for the order.
    INVALID_ORDER_STATE,
    /// 400: the request breaks a rule of the interface, or its number was used with other parameters.
    INVALID_REQUEST,
    /// 403: the merchant's data are wrong, or it has no right to this product or service.
    NO_AUTH,
    /// 400: the order is cancelled; there is nothing more to do.
    ORDER_CANCELED,
    /// 400: the order is done; there is nothing more to do.
    ORDER_DONE,
    /// 404: there is no such order.
    ORDER_NOT_EXIST,
    /// 400: a parameter is wrong; the message names it. An order's state that does not allow a request was seen to come
    /// as this, too.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
