//! Error codes of the requests about refunds on platforms (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests. The outcome of a refund is then unknown: query it about a minute later.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 404: the merchant does not exist.
    MCH_NOT_EXISTS,
    /// 403: the balance of the paying account is not sufficient; repeat the same request once it has been topped up.
    NOT_ENOUGH,
    /// 403: the platform has no permission for this product.
    NO_AUTH,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 404: the order or refund does not exist.
    RESOURCE_NOT_EXISTS,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 500: a fault at WeChat Pay; repeat the request with the same parameters.
    SYSTEM_ERROR,
    /// 403: the user's account is closed or abnormal.
    USER_ACCOUNT_ABNORMAL,
}
