//! Error codes of the requests about combined orders (错误码).

use crate::codes::codes;

codes! {
    /// 403: the user's account has a problem.
    ACCOUNT_ERROR,
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 400: the merchant does not exist.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no permission for this product.
    NO_AUTH,
    /// 400: the order is closed; a new one needs new numbers.
    ORDER_CLOSED,
    /// 404: the order does not exist.
    ORDER_NOT_EXIST,
    /// 403: a number was used with other parameters.
    OUT_TRADE_NO_USED,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 403: a business rule forbids it; the message says which.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat the request with the same parameters. If it persists, the product may not be enabled.
    SYSTEM_ERROR,
    /// 403: the trade failed; the message says why.
    TRADE_ERROR,
}
