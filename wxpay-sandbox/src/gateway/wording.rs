//! What is wrong with a member, in the live service's words.

use serde_json::{Value, json};
use wxpay::payload::{Place, Unit};
use wxpay::server::Misread;
use wxpay::validate::{Problem, Violation};
use wxpay::{Fault, FaultKind};

use super::Refusal;

/// The body is not JSON, or members are missing or of another type. Like the gateway, it names the first.
pub(crate) fn misread(misread: &Misread, body: &[u8]) -> Refusal {
    match misread {
        Misread::Faults(faults) => match faults.first() {
            Some((place, fault)) => self::fault(*place, fault, body),
            None => Refusal::parameter("参数错误", None),
        },
        _ => Refusal::parameter("请求内容不是合法的JSON", None),
    }
}

fn fault(place: Place, fault: &Fault, body: &[u8]) -> Refusal {
    let source = source(place, &fault.pointer);
    let label = fault.label.unwrap_or_else(|| name(&fault.pointer));
    let message = match &fault.kind {
        FaultKind::Missing => missing(&source, label),
        FaultKind::Type { expected: "an RFC 3339 time with offset" } => {
            format!("输入源“{source}”映射到值字段“{label}”字符串规则校验失败，字符串必须是符合 RFC3339 日期时间格式")
        }
        FaultKind::Type { .. } if matches!(place, Place::File | Place::Part) => {
            format!("输入源“{source}”映射到字段“{label}”失败，表单中需要一个带文件名的文件")
        }
        FaultKind::Type { expected } => {
            let needed = wanted(expected);
            format!("无法将 JSON 输入源“{source}”映射到目标字段“{label}”中，此字段需要一个合法的{needed}")
        }
        FaultKind::Duplicate => format!("输入源“{source}”重复"),
        FaultKind::Unknown => format!("输入源“{source}”不在接口文档中"),
        _ => format!("无法将 JSON 输入源“{source}”映射到目标字段“{label}”中"),
    };
    Refusal::parameter(&message, Some(detail(place, value_at(place, &fault.pointer, body))))
}

/// A member breaks a rule.
pub(crate) fn violation(violation: &Violation) -> Refusal {
    let source = source(violation.place, &violation.pointer);
    let label = violation.label.unwrap_or_else(|| name(&violation.pointer));
    let text = format!("输入源“{source}”映射到值字段“{label}”字符串规则校验失败");
    let (message, value) = match &violation.problem {
        Problem::Length { length, min, max, unit } => {
            let counted = if *unit == Unit::Bytes { "字节数" } else { "字符数" };
            let bound = match length < min {
                true => format!("小于最小值 {min}"),
                false => format!("大于最大值 {max}"),
            };
            (format!("{text}，{counted} {length}，{bound}"), json!(length))
        }
        Problem::Pattern(pattern) => (format!("{text}，字符串必须匹配正则表达式“^{pattern}$”"), Value::Null),
        Problem::Range { value, min, max } => {
            let bound = match *value < i128::from(*min) {
                true => format!("值低于最小值 {min}"),
                false => format!("值高于最大值 {max}"),
            };
            let value = i64::try_from(*value).map_or(Value::Null, Value::from);
            (format!("输入源“{source}”映射到数值字段“{label}”规则校验失败，{bound}"), value)
        }
        Problem::Items { count, .. } => {
            (format!("输入源“{source}”映射到字段“{label}”规则校验失败，元素数 {count}"), json!(count))
        }
        Problem::Supplementary => (format!("{text}，包含不支持的字符"), Value::Null),
        Problem::Needed(_) => (missing(&source, label), Value::Null),
        Problem::Url(reason) => (format!("{text}，不是合法的回调地址（{reason}）"), Value::Null),
        Problem::UnknownValue { allowed } => (format!("{text}，取值必须是 {} 之一", allowed.join("、")), Value::Null),
        Problem::OtherFile { what: "SHA-256" } => (format!("{text}，与文件的 SHA256 摘要不一致"), Value::Null),
        Problem::Extension { allowed } => {
            (format!("{text}，文件扩展名必须是 {} 之一", allowed.join("、")), Value::Null)
        }
        _ => (text, Value::Null),
    };
    Refusal::parameter(&message, Some(detail(violation.place, value)))
}

fn missing(source: &str, label: &str) -> String {
    format!("输入源“{source}”映射到字段“{label}”必填性规则校验失败，此字段为必填项")
}

/// A sensitive member was encrypted to another key, or not at all.
pub(crate) fn not_decryptable(pointer: &str) -> Refusal {
    let message = format!("输入源“/body{pointer}”平台私钥解密失败");
    Refusal::parameter(&message, Some(detail(Place::Body, Value::Null)))
}

fn detail(place: Place, value: Value) -> Value {
    json!({ "location": location(place), "value": value })
}

/// A place, as the gateway's `detail` calls it.
pub(super) fn location(place: Place) -> &'static str {
    match place {
        Place::Path => "uri_template",
        Place::Query => "query",
        Place::Header => "header",
        _ => "body",
    }
}

fn source(place: Place, pointer: &str) -> String {
    format!("/{}{pointer}", location(place))
}

fn name(pointer: &str) -> &str {
    pointer.rsplit('/').next().unwrap_or_default()
}

fn wanted(expected: &str) -> &'static str {
    match expected {
        "an integer of 64 bits" | "an amount in fen as an integer" => " 64 位有符号整数",
        "an integer of 32 bits" => " 32 位有符号整数",
        "a boolean" => "布尔值",
        "an object" => "对象",
        "an array" => "数组",
        _ => "字符串",
    }
}

/// The gateway repeats the offending value. Only top-level text and numbers of the body are worth it.
fn value_at(place: Place, pointer: &str, body: &[u8]) -> Value {
    let json: Option<Value> = serde_json::from_slice(body).ok();
    match (place, json) {
        (Place::Body, Some(json)) => json.pointer(pointer).cloned().unwrap_or(Value::Null),
        _ => Value::Null,
    }
}
