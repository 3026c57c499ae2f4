//! Refusals: status, code, message and detail, in the words of the documentation and the live service.

use http::StatusCode;
use serde_json::{Value, json};
use wxpay::payload::Place;

use super::wording::location;
use crate::endpoint::Reason;
use crate::error::Failure;

/// An error answer.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    code: &'static str,
    message: String,
    detail: Option<Value>,
    /// The rule that the request breaks, for the request's page.
    rule: Option<String>,
    pub(crate) request_id: RequestId,
}

/// The Request-ID of a refusal.
#[derive(Debug, Clone, Copy)]
pub(crate) enum RequestId {
    /// None: the trade endpoints send none if they cannot read `Authorization`.
    Absent,
    /// A Request-ID that ends with this internal error code.
    EndsWith(u64),
}

impl Refusal {
    pub(crate) fn body(&self) -> Vec<u8> {
        let mut body = json!({ "code": self.code, "message": self.message });
        if let (Some(detail), Some(members)) = (&self.detail, body.as_object_mut()) {
            members.insert("detail".to_owned(), detail.clone());
        }
        body.to_string().into_bytes()
    }

    /// The reason, for the request's page.
    pub(crate) fn reason(&self) -> Reason {
        Reason { code: Some(self.code), message: self.message.clone(), rule: self.rule.clone(), link: None }
    }

    /// Adds the rule in the words of a client, or a remedy, for the request's page.
    pub(crate) fn breaking(self, rule: impl Into<String>) -> Self {
        Self { rule: Some(rule.into()), ..self }
    }

    pub(crate) fn invalid_request(message: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "INVALID_REQUEST", message, RE_ENTRY)
    }

    pub(crate) fn sign_error(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "SIGN_ERROR", message, SIGNATURE)
    }

    /// The trade endpoints have their own message, and no Request-ID.
    pub(crate) fn malformed_authorization(trade: bool) -> Self {
        let message = match trade {
            true => "签名信息错误，验签失败",
            false => "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》",
        };
        let request_id = if trade { RequestId::Absent } else { RequestId::EndsWith(SIGNATURE) };
        Self { request_id, ..Self::sign_error(message) }
    }

    /// Shows the text that the gateway verified, so that the caller can compare; the body is cut to its first 8 bytes.
    pub(crate) fn wrong_signature(method: &str, target: &str, message: &[u8], body: usize) -> Self {
        let head = message.len().saturating_sub(body + 1);
        let cut = message.get(..head + body.min(8)).unwrap_or(message);
        let truncated = format!("{}\n", String::from_utf8_lossy(cut));
        let detail = json!({
            "detail": { "issue": "sign not match" },
            "field": "signature",
            "location": "authorization",
            "sign_information": {
                "method": method,
                "url": target,
                "truncated_sign_message": truncated,
                "sign_message_length": message.len(),
            },
        });
        Self { detail: Some(detail), ..Self::sign_error("错误的签名，验签失败") }
    }

    pub(crate) fn missing_platform_serial() -> Self {
        Self::parameter("HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)", None)
    }

    pub(crate) fn wrong_platform_serial() -> Self {
        Self::parameter("平台证书序列号Wechatpay-Serial错误", None)
    }

    /// A member of the body is wrong.
    pub(crate) fn param_error(message: &str, pointer: &str, value: &str) -> Self {
        Self::param_error_in(Place::Body, message, pointer, value)
    }

    fn param_error_in(place: Place, message: &str, pointer: &str, value: &str) -> Self {
        let detail = json!({ "field": pointer, "value": value, "issue": message, "location": location(place) });
        Self::parameter(message, Some(detail))
    }

    /// A path parameter is wrong.
    pub(crate) fn uri_error(message: &str, value: &str) -> Self {
        Self::parameter(message, Some(json!({ "location": "uri_template", "value": value })))
    }

    pub(crate) fn parameter(message: &str, detail: Option<Value>) -> Self {
        Self { detail, ..Self::new(StatusCode::BAD_REQUEST, "PARAM_ERROR", message, PARAMETER) }
    }

    pub(crate) fn out_trade_no_used() -> Self {
        Self::new(StatusCode::FORBIDDEN, "OUT_TRADE_NO_USED", "商户订单号重复", RE_ENTRY)
    }

    pub(crate) fn order_paid() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ORDER_PAID", "该订单已支付", PAID)
    }

    pub(crate) fn order_closed() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "ORDER_CLOSED", "该订单已关闭", CLOSED)
    }

    pub(crate) fn order_not_exist() -> Self {
        Self::new(StatusCode::NOT_FOUND, "ORDER_NOT_EXIST", "订单不存在", ORDER_MISSING)
    }

    /// A payment by scanned code is reversed, not closed.
    pub(crate) fn only_reverse() -> Self {
        Self {
            request_id: RequestId::EndsWith(ONLY_REVERSE),
            ..Self::invalid_request("该订单不支持关单，请使用撤销接口")
        }
    }

    /// The number was used with other parameters, and the product has no code for that.
    pub(crate) fn re_entry() -> Self {
        Self::invalid_request("请求重入时，参数与首次请求时不一致")
    }

    /// The merchant in the request is not the one that signed.
    pub(crate) fn other_merchant(mchid: &str, place: Place) -> Self {
        Self::param_error_in(place, "http header中的mchid与post payload中的mchid不匹配", "/mchid", mchid)
    }

    /// The order is another sub-merchant's, or has no sub-merchant.
    pub(crate) fn other_sub_merchant() -> Self {
        Self {
            request_id: RequestId::EndsWith(OTHER_SUB_MERCHANT), ..Self::invalid_request("子商户号与订单不匹配")
        }
    }

    /// A service provider cannot be its own sub-merchant.
    pub(crate) fn own_sub_merchant(mchid: &str) -> Self {
        let refusal = Self::param_error("特约子商户商户号不能与服务商商户号相同", "/sub_mchid", mchid);
        Self { request_id: RequestId::EndsWith(OWN_SUB_MERCHANT), ..refusal }
    }

    /// The order is paid, and the family has no code for that.
    pub(crate) fn paid_already() -> Self {
        Self { request_id: RequestId::EndsWith(PAID), ..Self::invalid_request("该订单已支付") }
    }

    /// There is not enough money. The same request can be repeated later.
    pub(crate) fn not_enough(message: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "NOT_ENOUGH", message, PARAMETER)
    }

    /// In the words of the transfer endpoints.
    pub(crate) fn not_found(message: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "NOT_FOUND", message, ORDER_MISSING)
    }

    pub(crate) fn resource_not_exists(message: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "RESOURCE_NOT_EXISTS", message, ORDER_MISSING)
    }

    /// One of the codes of status 429.
    pub(crate) fn too_many_requests(code: &'static str) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, code, "频率超限，请降低请求频率", RATE)
    }

    /// Nothing happened on that day.
    pub(crate) fn no_statement() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "NO_STATEMENT_EXIST", "账单文件不存在", ORDER_MISSING)
    }

    /// The bill of that day does not exist yet.
    pub(crate) fn statement_creating() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "STATEMENT_CREATING", "账单生成中，请稍后再试", RATE)
    }

    /// The file is another merchant's.
    pub(crate) fn no_auth() -> Self {
        Self::new(StatusCode::FORBIDDEN, "NO_AUTH", "商户无权限", PARAMETER)
    }

    pub(crate) fn system_error() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "SYSTEM_ERROR", "系统异常，请稍后重试", PARAMETER)
    }

    fn new(status: StatusCode, code: &'static str, message: &str, numeric: u64) -> Self {
        let request_id = RequestId::EndsWith(numeric);
        Self { status, code, message: message.to_owned(), detail: None, rule: None, request_id }
    }
}

/// The books failed: the log has the error, and the caller gets WeChat Pay's answer.
impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "the books failed");
        Self::system_error()
    }
}

/// The sandbox itself failed: the log has the error, and the caller gets WeChat Pay's answer.
impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        tracing::error!(%failure, "the sandbox failed");
        Self::system_error()
    }
}

const RE_ENTRY: u64 = 268_498_688;
const SIGNATURE: u64 = 268_443_699;
const PARAMETER: u64 = 268_435_461;
const RATE: u64 = 268_447_840;
const PAID: u64 = 268_449_538;
const CLOSED: u64 = 268_447_914;
const ONLY_REVERSE: u64 = 268_449_641;
const OWN_SUB_MERCHANT: u64 = 268_443_705;
const OTHER_SUB_MERCHANT: u64 = 268_447_845;
const ORDER_MISSING: u64 = 268_512_771;
