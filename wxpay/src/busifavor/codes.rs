//! Error codes of the requests about merchant coupons (错误码).

use crate::codes::codes;

codes! {
    /// 400: the app ID is not bound to the merchant.
    APPID_MCHID_NOT_MATCH,
    /// 429: too many requests; slow down.
    FREQUENCY_LIMIT_EXCEED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 400: the merchant does not exist.
    MCH_NOT_EXISTS,
    /// 403: the merchant has no permission for this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: the batch or coupon does not exist.
    RESOURCE_NOT_EXISTS,
    /// 403: a limit of the batch is reached.
    RULE_LIMIT,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat the request with the same parameters.
    SYSTEM_ERROR,
}
