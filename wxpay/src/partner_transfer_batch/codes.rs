//! What a request about a sub-merchant's batch of transfers may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests, and this one was not accepted. Repeat later with the same number.
    FREQUENCY_LIMITED,
    /// 400: a rule is broken; the message says which.
    INVALID_REQUEST,
    /// 403: the balance does not suffice. Top up, and repeat with the same number.
    NOT_ENOUGH,
    /// 404: there is no such batch or transfer.
    NOT_FOUND,
    /// 403: the service provider has no right to this product, or the sub-merchant has not authorized it.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay. Repeat with the same number and the same parameters; another number may pay twice.
    SYSTEM_ERROR,
}
