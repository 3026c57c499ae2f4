//! What a request about a batch of transfers may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 403: the merchant may not pay; the merchant platform says why and what to do.
    ACCOUNTERROR,
    /// 400 or 401: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests, and this one was not accepted. Repeat later with the same number.
    FREQUENCY_LIMITED,
    /// 400: a rule is broken; the message says which.
    INVALID_REQUEST,
    /// 403: the balance does not suffice. Top up, and repeat with the same number.
    NOT_ENOUGH,
    /// 404: there is no such batch or transfer.
    NOT_FOUND,
    /// 403: the merchant has no right to this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 429: more than the merchant lets itself transfer a day.
    QUOTA_EXCEED,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay. Repeat with the same number and the same parameters; another number may pay twice.
    SYSTEM_ERROR,
}
