//! Faults of members, in the live service's words.

use serde_json::{Value, json};
use wxpay::payload::{Place, Unit};
use wxpay::server::Misread;
use wxpay::validate::{Problem, UrlProblem, Violation};
use wxpay::{Fault, FaultKind};

use super::Refusal;
use crate::notify::{host, with_remedy};

/// The body is not JSON, or members are missing or of another type. Like the gateway, it names the first fault.
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

/// Members break rules. Like the gateway, it names the first violation.
pub(crate) fn invalid(violations: &[Violation], body: &[u8]) -> Refusal {
    violations.first().map_or_else(|| Refusal::parameter("参数错误", None), |first| violation(first, body))
}

/// A member breaks a rule. The words are never the library's; the request's page shows those.
///
/// Reported from the live service: [lengths](https://github.com/yansongda/pay/issues/863),
/// [patterns](https://github.com/wechatpay-apiv3/wechatpay-postman-script/issues/7), ranges, characters, and missing members. The
/// other messages are a choice, in the same style.
fn violation(violation: &Violation, body: &[u8]) -> Refusal {
    let source = source(violation.place, &violation.pointer);
    let label = violation.label.unwrap_or_else(|| name(&violation.pointer));
    let (message, value) = broken(&source, label, &violation.problem);
    let refusal = Refusal::parameter(&message, Some(detail(violation.place, value)));
    refusal.breaking(rule(violation, body))
}

/// The rule in the library's words, with the sandbox's own remedy.
fn rule(violation: &Violation, body: &[u8]) -> String {
    let said = violation.to_string();
    let Problem::Url(problem) = violation.problem else { return said };
    let url = value_at(violation.place, &violation.pointer, body);
    match said.strip_suffix(&problem.to_string()) {
        Some(member) => format!("{member}{}", with_remedy(problem, url.as_str().and_then(host).as_deref())),
        None => said,
    }
}

fn broken(source: &str, label: &str, problem: &Problem) -> (String, Value) {
    let broken = |kind: &str, rest: &str| format!("输入源“{source}”映射到{kind}“{label}”规则校验失败，{rest}");
    let text = |rest: &str| (format!("输入源“{source}”映射到值字段“{label}”字符串规则校验失败，{rest}"), Value::Null);
    match problem {
        Problem::Length { length, min, max, unit } => {
            let counted = if *unit == Unit::Bytes { "字节数" } else { "字符数" };
            let (message, _) = text(&format!("{counted} {length}，{}", bound(*length, *min, *max)));
            (message, json!(length))
        }
        Problem::Pattern(pattern) => text(&format!("字符串必须匹配正则表达式“^{pattern}$”")),
        Problem::Range { value, min, max } => {
            let bound = match *value < i128::from(*min) {
                true => format!("值低于最小值 {min}"),
                false => format!("值高于最大值 {max}"),
            };
            (broken("数值字段", &bound), i64::try_from(*value).map_or(Value::Null, Value::from))
        }
        Problem::Items { count, min, max } => {
            (broken("字段", &format!("元素数 {count}，{}", bound(*count, *min, *max))), json!(count))
        }
        Problem::Supplementary => text("包含不支持的字符"),
        Problem::Needed(_) | Problem::NoneGiven { .. } | Problem::NeededBy(_) | Problem::NoDigest => {
            (missing(source, label), Value::Null)
        }
        Problem::SeveralGiven { members, .. } => {
            (broken("字段", &format!("{} 只能填写其中一个", members.join("、"))), Value::Null)
        }
        Problem::NotAllowed(_) => (broken("字段", "此场景不支持该字段"), Value::Null),
        Problem::Url(problem) => text(&format!("不是合法的回调地址{}", url(*problem))),
        Problem::UnknownValue { allowed } => text(&format!("取值必须是 {} 之一", allowed.join("、"))),
        Problem::OtherCaller { .. } => ("http header中的mchid与post payload中的mchid不匹配".to_owned(), Value::Null),
        Problem::PathSegment => text("路径参数不能为空"),
        Problem::Header => text("包含不合法的字符"),
        Problem::FileName(_) => text("文件名不合法"),
        Problem::OtherFile { what: "SHA-256" } => text("与文件的 SHA256 摘要不一致"),
        Problem::OtherFile { .. } => text("与文件的信息不一致"),
        Problem::Extension { allowed } => text(&format!("文件扩展名必须是 {} 之一", allowed.join("、"))),
        Problem::Check(_) | Problem::OtherKind { .. } | Problem::Unwritable(_) => text("不符合接口文档的要求"),
        // Unreachable: `catalogue known_rules` fails for a problem that is not named above.
        _ => text("不符合接口文档的要求"),
    }
}

fn bound(count: usize, min: usize, max: usize) -> String {
    if count < min { format!("小于最小值 {min}") } else { format!("大于最大值 {max}") }
}

/// The rule that a `notify_url` breaks, in brackets. The documentation asks for `https`, an address that can be reached from
/// outside, and no parameters: <https://pay.weixin.qq.com/docs/partner/development/practices/notification-considerations.html>.
fn url(problem: UrlProblem) -> &'static str {
    match problem {
        UrlProblem::NotHttps | UrlProblem::PlainHttp => "（必须以 https 开头）",
        UrlProblem::Query => "（不能携带参数）",
        UrlProblem::Fragment => "（不能携带片段）",
        UrlProblem::UserName => "（不能包含用户名）",
        UrlProblem::NoPath => "（缺少路径）",
        UrlProblem::NoHost => "（缺少域名）",
        UrlProblem::Unparsable => "（格式不正确）",
        UrlProblem::Host(_) => "（必须是外网可访问的地址）",
    }
}

fn missing(source: &str, label: &str) -> String {
    format!("输入源“{source}”映射到字段“{label}”必填性规则校验失败，此字段为必填项")
}

/// A sensitive member was sealed to another key, or not at all.
pub(crate) fn not_decryptable(pointer: &str) -> Refusal {
    let message = format!("输入源“/body{pointer}”平台私钥解密失败");
    Refusal::parameter(&message, Some(detail(Place::Body, Value::Null)))
}

fn detail(place: Place, value: Value) -> Value {
    json!({ "location": location(place), "value": value })
}

/// A place, in the gateway's word for `detail`.
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
        "an integer of 32 bits" => " 32 位有符号整数",
        "an integer of 64 bits, not negative" => " 64 位无符号整数",
        "an integer of 32 bits, not negative" => " 32 位无符号整数",
        "an amount in fen as an integer" => " 64 位有符号整数",
        integer if integer.starts_with("an integer") => " 64 位有符号整数",
        "a boolean" => "布尔值",
        "an object" => "对象",
        "an array" => "数组",
        _ => "字符串",
    }
}

/// The value at fault, which the gateway repeats; null unless it is in a JSON body.
fn value_at(place: Place, pointer: &str, body: &[u8]) -> Value {
    let json: Option<Value> = serde_json::from_slice(body).ok();
    match (place, json) {
        (Place::Body, Some(json)) => json.pointer(pointer).cloned().unwrap_or(Value::Null),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use wxpay::validate::FileNameProblem;

    use super::*;

    /// At least one of each kind; `catalogue known_rules` checks that.
    fn problems() -> Vec<(&'static str, Problem)> {
        let length = |unit| Problem::Length { length: 1, min: 2, max: 3, unit };
        let words = "is of no use".to_owned();
        vec![
            ("Length", length(Unit::Bytes)),
            ("Length", length(Unit::Characters)),
            ("Pattern", Problem::Pattern("[a-z]")),
            ("Range", Problem::Range { value: 0, min: 1, max: 2 }),
            ("Range", Problem::Range { value: 3, min: 1, max: 2 }),
            ("Items", Problem::Items { count: 0, min: 1, max: 2 }),
            ("Items", Problem::Items { count: 3, min: 1, max: 2 }),
            ("Url", Problem::Url(UrlProblem::Query)),
            ("Url", Problem::Url(UrlProblem::PlainHttp)),
            ("Check", Problem::Check(words.clone())),
            ("Needed", Problem::Needed("it is of use")),
            ("NotAllowed", Problem::NotAllowed("it is of no use")),
            ("NoneGiven", Problem::NoneGiven { members: vec!["a", "b"], exactly_one: true }),
            ("SeveralGiven", Problem::SeveralGiven { others: vec!["b"], members: vec!["a", "b"], exactly_one: true }),
            ("NeededBy", Problem::NeededBy("a")),
            ("OtherCaller", Problem::OtherCaller { expected: "1".to_owned(), found: "2".to_owned() }),
            ("UnknownValue", Problem::UnknownValue { allowed: &["GZIP", "ALL"] }),
            ("Supplementary", Problem::Supplementary),
            ("PathSegment", Problem::PathSegment),
            ("Header", Problem::Header),
            ("FileName", Problem::FileName(FileNameProblem::Empty)),
            ("Extension", Problem::Extension { allowed: &["jpg", "bmp"] }),
            ("OtherFile", Problem::OtherFile { what: "SHA-256" }),
            ("OtherFile", Problem::OtherFile { what: "name" }),
            ("NoDigest", Problem::NoDigest),
            ("Unwritable", Problem::Unwritable(words)),
            ("OtherKind", Problem::OtherKind { expected: "string", secret: true }),
        ]
    }

    #[test]
    fn no_problem_is_worded_by_the_library() {
        for (name, problem) in &problems() {
            let (message, _) = broken("/body/a", "商户订单号", problem);
            let mut words = message.split(|letter: char| !letter.is_ascii()).map(str::trim);
            // The live service's own English has two words at most: `http header`.
            let sentence = words.find(|words| words.split_whitespace().count() > 2);
            assert_eq!(sentence, None, "{name}: {message}");
            assert!(message.ends_with(|last: char| last.is_ascii_digit() || !last.is_ascii()), "{name}: {message}");
        }
    }

    #[test]
    fn every_integer_is_called_one() {
        for expected in ["an integer of 8 bits", "an integer of 16 bits, not negative", "an integer of 64 bits"] {
            assert!(wanted(expected).ends_with("整数"), "{expected}");
        }
    }
}
