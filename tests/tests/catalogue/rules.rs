//! Checks each endpoint's own table: generated requests are valid and read back, and a request that breaks one rule is refused
//! with the pointer of the member, even if the rule is about several members.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wxpay::client::Client;
use wxpay::payload::{Field, Kind, Message, Rule, Table, Together};
use wxpay::prelude::*;
use wxpay::validate::Violation;
use wxpay::{Shipped, catalogue, read_json};
use wxpay_sandbox::Sandbox;
use wxpay_tests::unsealed::{EMPTY, unseal};
use wxpay_tests::{ready, report};

use crate::calls::{Keys, reread};
use crate::examples::{file, plain, say};
use crate::fitting::{fit, is_about_several};
use crate::{is_wanted, name, wanted_family};

#[test]
fn requests_are_made_from_their_own_fields_and_each_rule_is_enforced() {
    let runtime = Runtime::new().unwrap();
    let sandbox = runtime.block_on(Sandbox::start()).unwrap();
    let (client, keys) = (sandbox.client().unwrap(), Keys::of(sandbox.credentials()));
    let endpoints: Vec<_> = catalogue().into_iter().filter(|shipped| is_wanted(shipped.module)).collect();
    let refused: Vec<_> = endpoints
        .iter()
        .map(|shipped| {
            pass(&client, &keys, shipped);
            (refuse(&client, shipped), refuse_together(&client, shipped))
        })
        .collect();
    let sum: usize = refused.iter().map(|(alone, _)| alone).sum();
    let (endpoints, family) = (endpoints.len(), wanted_family());
    let of = family.as_ref().map_or(String::new(), |family| format!(" of `{family}`"));
    report(&format!("catalogue: {sum} rules broken and refused, of {endpoints} endpoints{of}"));
    let together: usize = refused.iter().map(|(_, together)| together).sum();
    report(&format!("catalogue: {together} times rules about several members were broken and refused"));
    assert!(endpoints > 0, "no endpoint{of} is shipped; `WXPAY_FAMILY` expects a module of `wxpay`");
    // A family may have no rules.
    assert!(sum > 0 || family.is_some(), "no endpoint has rules");
}

/// Checks that valid requests pass and are read back.
fn pass(client: &Client, keys: &Keys, shipped: &Shipped) {
    let (requests, mut runner) = (object(shipped.request.fields), TestRunner::deterministic());
    for _ in 0..CASES {
        let mut value = requests.new_tree(&mut runner).unwrap().current();
        fit(shipped, &mut value, client.merchant().id());
        let request = built(shipped, &value);
        let encoded = client.encode_dyn(&shipped.operation, &*request);
        let encoded = encoded.unwrap_or_else(|error| panic!("{}: {error} in {value}", name(shipped)));
        let back = ready(reread(shipped, &encoded, &*keys.platform));
        let back = back.unwrap_or_else(|error| panic!("{}: {error}", name(shipped)));
        assert_eq!(plain(&*back), plain(&*request), "{}", name(shipped));
    }
}

/// Breaks one member at a time, and checks that the request is refused with its pointer. Returns the number of refusals.
fn refuse(client: &Client, shipped: &Shipped) -> usize {
    let (requests, mut runner) = (object(shipped.request.fields), TestRunner::deterministic());
    let mut good = requests.new_tree(&mut runner).unwrap().current();
    fit(shipped, &mut good, client.merchant().id());
    let (mut members, mut refused) = (Vec::new(), 0);
    ruled(shipped.request.fields, "", &mut members);
    for (pointer, field) in members {
        // Another member may be given in its place.
        let Some(right) = good.pointer(&pointer) else { continue };
        for (rule, wrong) in
            field.rules.iter().flat_map(|rule| broken(rule, field, right).map(move |wrong| (rule, wrong)))
        {
            let mut value = good.clone();
            *value.pointer_mut(&pointer).unwrap() = wrong;
            if matches!(field.kind, Kind::File) {
                say(&mut value, shipped.request.fields);
            }
            let error = client.encode_dyn(&shipped.operation, &*built(shipped, &value)).err();
            let error = error.unwrap_or_else(|| panic!("{} {pointer} {rule:?} passed", name(shipped)));
            // The broken value may break a rule about several members as well.
            let violations: Vec<_> =
                error.violations().iter().filter(|violation| !is_about_several(violation)).collect();
            // The pointer may name an element of an array.
            let named = violations.iter().all(|violation| violation.pointer.starts_with(&pointer));
            assert!(!violations.is_empty() && named, "{} {pointer}: {error}", name(shipped));
            refused += 1;
        }
    }
    refused
}

/// Breaks one rule about several members at a time, and checks that the request is refused with the pointer of the member at
/// fault. Returns the number of refusals.
fn refuse_together(client: &Client, shipped: &Shipped) -> usize {
    let (requests, mut runner) = (object(shipped.request.fields), TestRunner::deterministic());
    let whole = requests.new_tree(&mut runner).unwrap().current();
    let mut good = whole.clone();
    fit(shipped, &mut good, client.merchant().id());
    let mut objects = vec![(String::new(), shipped.request)];
    nested(shipped.request.fields, "", &mut objects);
    let mut refused = 0;
    for (at, table) in objects {
        // Another object may be given in its place.
        let (Some(whole), Some(Value::Object(_))) = (whole.pointer(&at), good.pointer(&at)) else { continue };
        for rule in table.together {
            for (given, fault) in broken_together(*rule, &rule.names(table)) {
                let mut value = good.clone();
                let members = value.pointer_mut(&at).and_then(Value::as_object_mut).unwrap();
                for name in rule.names(table) {
                    match given.contains(&name) {
                        true => drop(members.insert(name.to_owned(), whole[name].clone())),
                        false => drop(members.remove(name)),
                    }
                }
                let error = client.encode_dyn(&shipped.operation, &*built(shipped, &value)).err();
                let error = error.unwrap_or_else(|| panic!("{} {at} {rule:?} passed: {value}", name(shipped)));
                let pointer = format!("{at}/{fault}");
                let named = |violation: &Violation| violation.pointer == pointer && is_about_several(violation);
                assert!(error.violations().iter().any(named), "{} {pointer}: {error}", name(shipped));
                refused += 1;
            }
        }
    }
    refused
}

/// The members to give so that the rule is broken, and the member that is then at fault.
fn broken_together<'a>(rule: Together, names: &[&'a str]) -> Vec<(Vec<&'a str>, &'a str)> {
    let (none, all) = ((Vec::new(), names[0]), (names.to_vec(), names[0]));
    match rule {
        Together::OneOf(_) => vec![none, all],
        Together::AnyOf(_) => vec![none],
        Together::AtMostOne(_) => vec![all],
        Together::Needs { .. } => vec![(vec![names[0]], names[1])],
        rule => panic!("no broken form of {rule:?}"),
    }
}

/// Finds every object in the request, with its pointer.
fn nested(fields: &'static [Field], at: &str, found: &mut Vec<(String, &'static Table)>) {
    for field in fields {
        let pointer = format!("{at}/{}", field.name);
        let (pointer, kind) = match field.kind {
            Kind::List(element) => (format!("{pointer}/0"), *element),
            kind => (pointer, kind),
        };
        if let Kind::Object(table) = kind {
            found.push((pointer.clone(), table()));
            nested(table().fields, &pointer, found);
        }
    }
}

pub(crate) fn built(shipped: &Shipped, value: &Value) -> Box<dyn Message + Sync> {
    let mut request = shipped.blank_request();
    let read = read_json(&mut *request, value.to_string().as_bytes());
    read.unwrap_or_else(|error| panic!("{}: {error} in {value}", name(shipped)));
    unseal(&mut *request);
    request
}

fn object(fields: &'static [Field]) -> BoxedStrategy<Value> {
    let members: Vec<_> = fields.iter().map(|field| (Just(field.name.to_owned()), valid(field))).collect();
    let object = members.prop_map(move |members| {
        let mut object = Value::Object(members.into_iter().collect());
        say(&mut object, fields);
        object
    });
    object.boxed()
}

/// A value that satisfies every rule of a member.
fn valid(field: &'static Field) -> BoxedStrategy<Value> {
    match field.kind {
        Kind::List(element) => {
            let (min, max) = field.rules.iter().find_map(items).unwrap_or((1, 3));
            prop::collection::vec(of_kind(*element, field), min.max(1)..=max.min(min.max(1) + 2))
                .prop_map(Value::Array)
                .boxed()
        }
        kind => of_kind(kind, field),
    }
}

fn of_kind(kind: Kind, field: &'static Field) -> BoxedStrategy<Value> {
    match kind {
        Kind::Integer | Kind::Fen => range(field).prop_map(Value::from).boxed(),
        Kind::FenText | Kind::IntText => range(field).prop_map(|number| Value::from(number.to_string())).boxed(),
        Kind::Boolean => any::<bool>().prop_map(Value::Bool).boxed(),
        Kind::Time => (0_i64..4_000_000_000)
            .prop_map(|seconds| Value::from(DateTime::from_unix_timestamp(seconds).unwrap().to_string()))
            .boxed(),
        Kind::Date => day().prop_map(|day| Value::from(day.to_string())).boxed(),
        Kind::CompactDate => day().prop_map(|day| Value::from(CompactDate::from(day).to_string())).boxed(),
        Kind::CompactDateTime => (0_i64..4_000_000_000)
            .prop_map(|seconds| Value::from(CompactDateTime::from_unix_timestamp(seconds).unwrap().to_string()))
            .boxed(),
        Kind::JsonText(kind) => of_kind(*kind, field).prop_map(|value| Value::from(value.to_string())).boxed(),
        Kind::Choice(values) => select(values).prop_map(Value::from).boxed(),
        Kind::Number(values) => select(values).prop_map(|digits| json!(digits.parse::<i64>().unwrap())).boxed(),
        Kind::Object(table) => object(table().fields),
        Kind::List(element) => of_kind(*element, field).prop_map(|one| json!([one])).boxed(),
        Kind::Text | Kind::Secret => text(field),
        Kind::Json | Kind::Map(_) => Just(json!({})).boxed(),
        Kind::File => Just(file(Some(field))).boxed(),
        kind => panic!("no generator for {kind:?}"),
    }
}

fn day() -> impl Strategy<Value = Date> {
    (0_i64..4_000_000_000).prop_map(|seconds| DateTime::from_unix_timestamp(seconds).unwrap().beijing_date())
}

fn text(field: &'static Field) -> BoxedStrategy<Value> {
    if field.rules.iter().any(|rule| matches!(rule, Rule::Url { .. })) {
        return "https://[a-z]{1,20}\\.example/[a-z]{1,20}".prop_map(Value::from).boxed();
    }
    let (min, max) = field.rules.iter().find_map(len).unwrap_or((1, 40));
    let pattern = field.rules.iter().find_map(|rule| match rule {
        Rule::Pattern(pattern) => Some(pattern.as_str()),
        _ => None,
    });
    // A repeated class takes its length from the rule; any other pattern has its own.
    let expression = match pattern.map(|pattern| (pattern, pattern.strip_suffix("]+"))) {
        Some((_, Some(class))) => format!("{class}]{{{min},{max}}}"),
        Some((pattern, None)) => pattern.to_owned(),
        None => format!("[a-zA-Z0-9 数据]{{{min},{max}}}"),
    };
    let fits = move |text: &String| !text.contains(|character| character > '\u{FFFF}' || character == '\n');
    string_regex(&expression).unwrap().prop_filter("above U+FFFF", fits).prop_map(Value::from).boxed()
}

/// Values that break this rule and no other.
fn broken(rule: &Rule, field: &Field, right: &Value) -> std::vec::IntoIter<Value> {
    let secret = matches!(field.kind.element(), Kind::Secret);
    let textual = matches!(field.kind.element(), Kind::FenText | Kind::IntText);
    let number =
        |number: Option<i64>| number.map(|number| if textual { json!(number.to_string()) } else { json!(number) });
    let wrong = match *rule {
        // An empty text is left out, if the member is optional.
        Rule::Len { .. } if secret => field.required.then(|| json!(EMPTY)).into_iter().collect(),
        Rule::Len { max, .. } if matches!(field.kind, Kind::File) => {
            let right: Upload = serde_json::from_value(right.clone()).unwrap();
            vec![json!(Upload::new(right.name(), "")), json!(Upload::new(right.name(), vec![0; max + 1]))]
        }
        Rule::Extensions(_) => vec![json!(Upload::new("example.exe", "example")), json!(Upload::new("example", "png"))],
        Rule::FileName => vec![json!("another")],
        Rule::Sha256 => vec![json!("0".repeat(64))],
        Rule::Len { min, max: usize::MAX, .. } => vec![json!("a".repeat(min - 1))],
        Rule::Len { max, .. } => vec![json!("a".repeat(max + 1))],
        Rule::Pattern(_) => vec![json!("\u{1}".repeat(6))],
        Rule::Range { min, max } => {
            [number(min.checked_sub(1)), number(max.checked_add(1))].into_iter().flatten().collect()
        }
        Rule::Url { .. } => vec![json!("http://example.com/a")],
        Rule::Items { min, max: usize::MAX } => return vec![json!(vec![right[0].clone(); min - 1])].into_iter(),
        Rule::Items { max, .. } => return vec![json!(vec![right[0].clone(); max + 1])].into_iter(),
        // The table does not say what a function refuses.
        Rule::Check(_) => Vec::new(),
        _ => panic!("no value that breaks {rule:?}"),
    };
    let listed = |one| if matches!(field.kind, Kind::List(_)) { json!([one]) } else { one };
    wrong.into_iter().map(listed).collect::<Vec<_>>().into_iter()
}

/// Finds every member with rules, including nested ones, with its pointer.
fn ruled(fields: &'static [Field], at: &str, found: &mut Vec<(String, &'static Field)>) {
    for field in fields {
        let pointer = format!("{at}/{}", field.name);
        match field.kind {
            Kind::Object(table) => ruled(table().fields, &pointer, found),
            Kind::List(_) => ruled(field.members(), &format!("{pointer}/0"), found),
            _ => {}
        }
        if !field.rules.is_empty() {
            found.push((pointer, field));
        }
    }
}

fn range(field: &Field) -> std::ops::RangeInclusive<i64> {
    let range = field.rules.iter().find_map(|rule| match *rule {
        Rule::Range { min, max } => Some(min..=max),
        _ => None,
    });
    range.unwrap_or(i64::MIN..=i64::MAX)
}

fn len(rule: &Rule) -> Option<(usize, usize)> {
    match *rule {
        Rule::Len { min, max, .. } => Some((min, max.min(min.max(64)))),
        _ => None,
    }
}

fn items(rule: &Rule) -> Option<(usize, usize)> {
    match *rule {
        Rule::Items { min, max } => Some((min, max)),
        _ => None,
    }
}

/// Number of valid requests for each endpoint.
const CASES: usize = 16;
