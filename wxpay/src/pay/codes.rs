//! Error codes of orders (错误码).
//!
//! ```
//! use wxpay::error::Error;
//! use wxpay::pay::codes;
//!
//! fn advice(error: &Error) -> &'static str {
//!     match error.code_str() {
//!         codes::OUT_TRADE_NO_USED => "this number belongs to another order",
//!         codes::SYSTEM_ERROR | codes::FREQUENCY_LIMITED => "repeat the same request later",
//!         _ => "ask a person",
//!     }
//! }
//! ```

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 400: the merchant does not exist.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no right to this product.
    NO_AUTH,
    /// 400: the order is closed; a new one needs a new number.
    ORDER_CLOSED,
    /// 404: the order does not exist.
    ORDER_NOT_EXIST,
    /// 400: the order is paid.
    ORDER_PAID,
    /// 403: the number was used with other parameters.
    OUT_TRADE_NO_USED,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
