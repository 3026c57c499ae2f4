//! Error codes of the requests for a bill (错误码).

use crate::codes::codes;

codes! {
    /// 429: too many requests; slow down.
    FREQUENCY_LIMITED,
    /// 400: the request breaks a rule of the interface.
    INVALID_REQUEST,
    /// 403: the merchant has no permission for this bill.
    NO_AUTH,
    /// 400: nothing happened on that day, so there is no bill.
    NO_STATEMENT_EXIST,
    /// 400: a parameter is wrong; the message names it.
    PARAM_ERROR,
    /// 401: the signature is wrong.
    SIGN_ERROR,
    /// 400: the bill is being made; repeat the request in half an hour.
    STATEMENT_CREATING,
    /// 500: a fault at WeChat Pay; repeat the request.
    SYSTEM_ERROR,
}
