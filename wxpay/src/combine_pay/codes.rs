//! What a combined order may be refused with (错误码).

use crate::codes::codes;

codes! {
    /// 403: something is wrong with the user's account.
    ACCOUNT_ERROR,
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 400: there is no such merchant.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no right to this product.
    NO_AUTH,
    /// 400: the order is closed; a new one needs new numbers.
    ORDER_CLOSED,
    /// 404: there is no such order.
    ORDER_NOT_EXIST,
    /// 403: a number was used with other parameters.
    OUT_TRADE_NO_USED,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 403: a rule of the business is against it; the message says which.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat with the same parameters. One that does not pass may be a product that is not
    /// opened.
    SYSTEM_ERROR,
    /// 403: the trade failed; the message says why.
    TRADE_ERROR,
}
