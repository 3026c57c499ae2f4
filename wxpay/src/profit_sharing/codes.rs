//! Error codes of requests about shares of payments (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests, perhaps for one order; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule: for example, the order was not created for sharing, a receiver was not added, or the
    /// payment is less than a minute old.
    INVALID_REQUEST,
    /// 403: the rest of the order, or of the share to return, is less than the amount.
    NOT_ENOUGH,
    /// 400: there is no bill for that day.
    NO_STATEMENT_EXIST,
    /// 403: the merchant may not share, or the receiver has not agreed to returns.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 429: receivers were added or deleted too often; slow down.
    RATELIMIT_EXCEED,
    /// 404: the sharing, return or order does not exist.
    RESOURCE_NOT_EXISTS,
    /// 403: the amount is more than the merchant allows to share of an order.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 400: the bill is being created; try again half an hour later.
    STATEMENT_CREATING,
    /// 500: a fault at WeChat Pay; repeat with the same parameters.
    SYSTEM_ERROR,
}
