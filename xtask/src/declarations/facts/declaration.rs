//! Writes an operation as a declaration. The words for a member or an operation are in the tables at the end: a new word is a
//! line there.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::operation::{Class, Member, Operation, Place};

/// The source of the declaration. The request is named `Request` and the answer `Answer`.
pub(super) fn of(operation: &Operation) -> String {
    let mut source = Source::default();
    let arguments: Vec<_> = ARGUMENTS.iter().filter_map(|argument| argument(operation)).collect();
    let attribute = format!("#[wxpay_endpoint({})]", arguments.join(", "));
    let attributes = ATTRIBUTES.iter().filter_map(|attribute| attribute(operation));
    let attribute = std::iter::once(&*attribute).chain(attributes).collect::<Vec<_>>().join("\n");
    source.item(&attribute, "Request", &operation.request, Some(operation));
    if let Some(members) = &operation.answer {
        source.item("#[wxpay_object]", "Answer", members, None);
    }
    format!("//! {}, of `{}`.\n\nuse wxpay::prelude::*;\n{}", operation.endpoint, operation.family, source.text)
}

/// Demands of the operation that no word expresses.
pub(super) fn unsaid(operation: &Operation) -> BTreeSet<&'static str> {
    fn visit(members: &[Member], found: &mut BTreeSet<&'static str>) {
        for member in members {
            found.extend(MEMBERS_DEMANDS.iter().filter(|(_, is_so)| is_so(member)).map(|(demand, _)| demand));
            visit(&member.members, found);
        }
    }
    let mut found = BTreeSet::new();
    found.extend(DEMANDS.iter().filter(|(_, is_so)| is_so(operation)).map(|(demand, _)| demand));
    visit(&operation.request, &mut found);
    found
}

#[derive(Default)]
struct Source {
    text: String,
    names: BTreeSet<String>,
}

impl Source {
    /// Writes a struct, and after it the structs of its members. A request's operation decides about the places of its members.
    fn item(&mut self, attribute: &str, name: &str, members: &[Member], request: Option<&Operation>) {
        let (mut fields, mut idents) = (String::new(), BTreeSet::new());
        let mut inner = Vec::new();
        for member in members {
            let (mut ident, mut words) = (ident(&member.name), words(member, request));
            if !idents.insert(ident.clone()) {
                // The member in the path came first.
                ident = format!("body_{ident}");
                words.extend(["body".to_owned(), format!("rename = {:?}", member.name)]);
            } else if ident.trim_start_matches("r#") != member.name && member.place != Place::Header {
                words.push(format!("rename = {:?}", member.name));
            }
            let ty = match type_of(member) {
                Type::Known(ty) => ty.to_owned(),
                Type::Struct => self.inner(name, member, &mut inner),
                Type::Enum => self.inner(name, member, &mut inner),
            };
            let listed = (0..member.lists).fold(ty, |ty, _| format!("Vec<{ty}>"));
            let is_required = member.required || matches!(member.place, Place::Path | Place::File);
            let ty = if is_required { listed } else { format!("Option<{listed}>") };
            // Writing to a string cannot fail.
            let _ = writeln!(fields, "    /// A member.");
            if !words.is_empty() {
                let _ = writeln!(fields, "    #[wxpay({})]", words.join(", "));
            }
            let _ = writeln!(fields, "    pub {ident}: {ty},");
        }
        let _ = write!(
            self.text,
            "\n/// An item.\n{attribute}\n#[derive(Debug, Clone)]\npub struct {name} {{\n{fields}}}\n"
        );
        for (name, member) in inner {
            match type_of(member) {
                Type::Struct => self.item("#[wxpay_object]", &name, &member.members, None),
                _ => self.choice(&name, &member.values),
            }
        }
    }

    /// The name of a member's own type, which is written later.
    fn inner<'a>(&mut self, of: &str, member: &'a Member, inner: &mut Vec<(String, &'a Member)>) -> String {
        let mut name = format!("{of}{}", camel(&member.name));
        while !self.names.insert(name.clone()) {
            name.push('2');
        }
        inner.push((name.clone(), member));
        name
    }

    fn choice(&mut self, name: &str, values: &[String]) {
        let (mut variants, mut idents) = (String::new(), BTreeSet::new());
        let spelling = SPELLINGS.iter().find(|(is_so, _)| values.iter().all(|value| is_so(value)));
        for value in values.iter().collect::<BTreeSet<_>>() {
            let mut variant = variant(value);
            while !idents.insert(variant.clone()) {
                variant.push('2');
            }
            if spelling.is_none() && !is_usual(value, &variant) {
                let _ = writeln!(variants, "    #[wxpay(rename = {value:?})]");
            }
            let _ = writeln!(variants, "    /// A value.\n    {variant},");
        }
        let arguments = spelling.map_or_else(String::new, |(_, spelling)| format!("({spelling})"));
        let _ = write!(self.text, "\n/// A list.\n#[wxpay_enum{arguments}]\npub enum {name} {{\n{variants}}}\n");
    }
}

enum Type {
    Known(&'static str),
    Struct,
    Enum,
}

fn type_of(member: &Member) -> Type {
    let known = TYPES.iter().find(|(is_so, _)| is_so(member)).map(|(_, ty)| *ty);
    match (known, member.class()) {
        (Some(ty), _) => Type::Known(ty),
        (None, Class::Text) if !member.values.is_empty() => Type::Enum,
        (None, Class::Text) => Type::Known("String"),
        (None, Class::Integer) => Type::Known("i64"),
        (None, Class::Boolean) => Type::Known("bool"),
        (None, Class::Object) => Type::Struct,
        (None, Class::Any) => Type::Known("::serde_json::Value"),
        (None, Class::File) => Type::Known("Upload"),
    }
}

fn words(member: &Member, request: Option<&Operation>) -> Vec<String> {
    let place = request.and_then(|operation| match member.place {
        Place::Query if operation.method() != "GET" => Some("query".to_owned()),
        Place::Header => Some(format!("header = {:?}", member.name)),
        Place::Part => Some("part".to_owned()),
        _ => None,
    });
    let words = WORDS.iter().filter_map(|word| word(member));
    place.into_iter().chain(words).collect()
}

/// A field name: characters that Rust does not accept become underscores.
fn ident(name: &str) -> String {
    let letter = |letter: char| if letter.is_alphanumeric() { letter } else { '_' };
    let name: String = name.chars().map(letter).flat_map(char::to_lowercase).collect();
    match name.as_str() {
        "self" | "super" | "crate" | "_" | "__" => format!("{name}_field"),
        _ if name.starts_with(|first: char| first.is_ascii_digit()) => format!("_{name}"),
        _ if syn::parse_str::<syn::Ident>(&name).is_err() => format!("r#{name}"),
        _ => name,
    }
}

/// Turns `out_trade_no` into `OutTradeNo`.
fn camel(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters.flat_map(char::to_lowercase)).collect::<String>()
    };
    words.map(word).collect()
}

/// The variant of a value.
fn variant(value: &str) -> String {
    let name = camel(value);
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("V{name}") }
}

/// Returns true if the variant needs no `rename`: the value has words of two capitals or more between single underscores.
fn is_usual(value: &str, variant: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
    value.split('_').all(is_word) && variant == camel(value)
}

fn length(member: &Member) -> Option<String> {
    let (min, max) = (member.limit("min_length"), member.limit("max_length"));
    let is_text = matches!(type_of(member), Type::Known("String" | "Sensitive"));
    bounds("len", min, max).filter(|_| is_text)
}

fn items(member: &Member) -> Option<String> {
    bounds("items", member.limit("min_items"), member.limit("max_items")).filter(|_| member.lists > 0)
}

fn range(member: &Member) -> Option<String> {
    let word = match (member.limit("minimum"), member.limit("maximum")) {
        (None, None) => return None,
        (min, max) => format!("range = {}..{}", end(min), max.map_or_else(String::new, |max| format!("={max}"))),
    };
    (member.class() == Class::Integer).then_some(word)
}

fn pattern(member: &Member) -> Option<String> {
    let pattern = member.pattern()?;
    matches!(type_of(member), Type::Known("String")).then(|| format!("pattern = r#\"{pattern}\"#"))
}

fn bounds(word: &str, min: Option<i64>, max: Option<i64>) -> Option<String> {
    match (min, max) {
        (min, Some(max)) => Some(format!("{word} = {}..={max}", end(min))),
        (Some(min), None) if OPEN => Some(format!("{word} = {min}..")),
        _ => None,
    }
}

fn end(end: Option<i64>) -> String {
    end.map_or_else(String::new, |end| end.to_string())
}

fn method(operation: &Operation) -> Option<String> {
    Some(format!("method = {:?}", operation.method()))
}

fn path(operation: &Operation) -> Option<String> {
    Some(format!("path = {:?}", operation.path()))
}

fn response(operation: &Operation) -> Option<String> {
    let response = if operation.file { FILE } else { operation.answer.as_ref().map(|_| "Answer") };
    response.map(|response| format!("response = {response}"))
}

fn success(operation: &Operation) -> Option<String> {
    (operation.status != "200").then(|| format!("success = {}", operation.status))
}

fn doc(operation: &Operation) -> Option<String> {
    operation.page.as_ref().map(|page| format!("doc = {page:?}"))
}

type IsSo<T> = fn(&T) -> bool;

/// The arguments of an endpoint.
const ARGUMENTS: &[fn(&Operation) -> Option<String>] = &[method, path, response, success, doc];

/// The type of an answer that is a file. It has no members.
const FILE: Option<&str> = None;

/// The attributes below the endpoint's.
const ATTRIBUTES: &[fn(&Operation) -> Option<&'static str>] = &[];

/// The words of a member.
const WORDS: &[fn(&Member) -> Option<String>] = &[length, items, range, pattern];

/// The types that do not follow from a member's class. The first one that fits is used.
const TYPES: &[(IsSo<Member>, &str)] =
    &[(|member| member.secret, "Sensitive"), (|member| member.time && member.class() == Class::Text, "DateTime")];

/// The arguments of a list whose values all fit; otherwise each value has a `rename`.
const SPELLINGS: &[(IsSo<str>, &str)] = &[];

/// True if a length or a count may be open at the end.
const OPEN: bool = false;

/// Demands of an operation that no word expresses.
const DEMANDS: &[(&str, IsSo<Operation>)] = &[
    ("an answer that is a file", |operation| operation.file),
    ("a deprecated endpoint", |operation| operation.deprecated),
];

/// Demands of a member that no word expresses.
const MEMBERS_DEMANDS: &[(&str, IsSo<Member>)] = &[
    ("a length without an end", |member| {
        !OPEN && member.limits.contains_key("min_length") && !member.limits.contains_key("max_length")
    }),
    ("a count without an end", |member| {
        !OPEN && member.limits.contains_key("min_items") && !member.limits.contains_key("max_items")
    }),
    ("a date", |member| is_date(member, "dddd-dd-dd")),
    ("a date without dashes", |member| is_date(member, "dddddddd")),
    ("a time without separators", |member| is_date(member, "dddddddddddddd")),
    ("values in lower case, as one word for all of them", |member| {
        SPELLINGS.is_empty() && !member.values.is_empty() && member.values.iter().all(|value| is_lower(value))
    }),
    ("JSON in a text", |member| {
        let is_json = |example: &String| example.starts_with('{') || example.starts_with('[');
        member.class() == Class::Text && member.example.as_ref().is_some_and(is_json)
    }),
];

/// Returns true for words of two small letters or more.
fn is_lower(value: &str) -> bool {
    value.split('_').all(|word| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase()))
}

/// Returns true if the member's name contains date, time or day, and its example has this form.
fn is_date(member: &Member, form: &str) -> bool {
    let is_called_so = ["date", "time", "day"].iter().any(|word| member.name.contains(word));
    let is_digit = |(letter, form): (char, char)| if form == 'd' { letter.is_ascii_digit() } else { letter == form };
    let example = member.example.as_deref().unwrap_or_default();
    let fits = example.chars().count() == form.len() && example.chars().zip(form.chars()).all(is_digit);
    // Asks the facts, not the member's type: the table of types may call this.
    let is_free = member.class() == Class::Text && member.values.is_empty() && !member.secret && !member.time;
    is_called_so && fits && is_free
}

#[cfg(test)]
mod tests {
    use super::super::{operation::Operation, operations, outline};
    use super::{ident, is_usual, of, unsaid, variant};

    /// The compiler checks the rest, and the other operations.
    #[test]
    fn an_operation_of_the_facts_is_rust() -> Result<(), Box<dyn std::error::Error>> {
        let operations = operations(&[])?;
        assert_eq!(operations.len(), 992);
        for operation in operations.iter().step_by(20) {
            syn::parse_file(&of(operation)).map_err(|error| format!("{}: {error}", operation.endpoint))?;
        }
        Ok(())
    }

    #[test]
    fn an_operation_is_declared_with_its_limits_places_and_values() -> Result<(), String> {
        let declared = of(&read(
            "POST /v3/shops/{id}/things 204 file\n request\n  id text path required\n  mode text query\n  \
             self text required max_length=32\n  state text values=OPEN,closed_for_good,A_B,_1\n  \
             parts []object max_items=5\n   name text required secret\n  count integer minimum=1\n  date text = 2026-01-01\n",
        )?);
        for line in [
            "#[wxpay_endpoint(method = \"POST\", path = \"/v3/shops/{id}/things\", success = 204)]",
            "    pub id: String,",
            "    #[wxpay(query)]",
            "    #[wxpay(len = ..=32, rename = \"self\")]",
            "    pub self_field: String,",
            "    #[wxpay(rename = \"closed_for_good\")]",
            "    #[wxpay(rename = \"A_B\")]",
            "    Open,",
            "    V1,",
            "    #[wxpay(items = ..=5)]",
            "    pub parts: Option<Vec<RequestParts>>,",
            "    pub name: Sensitive,",
            "    #[wxpay(range = 1..)]",
        ] {
            assert!(declared.lines().any(|declared| declared == line), "no `{line}` in\n{declared}");
        }
        Ok(())
    }

    #[test]
    fn what_no_word_says_is_told() -> Result<(), String> {
        let operation = read("GET /v3/bill 200 file deprecated\n request\n  name text query min_length=6\n")?;
        let told: Vec<_> = unsaid(&operation).into_iter().collect();
        assert!(told.contains(&"a deprecated endpoint"), "{told:?}");
        Ok(())
    }

    #[test]
    fn a_name_is_a_name_in_rust_and_a_usual_value_needs_none() {
        assert_eq!(
            ["type", "Idempotency-Key", "2fa", "--"].map(ident),
            ["r#type", "idempotency_key", "_2fa", "___field"]
        );
        assert_eq!(["SUCCESS", "no_balance", "_2388"].map(variant), ["Success", "NoBalance", "V2388"]);
        let usual = |value| is_usual(value, &variant(value));
        assert_eq!(["NOT_PAY", "no_balance", "A_B", "DAY30", "SELF"].map(usual), [true, false, false, false, false]);
    }

    fn read(text: &str) -> Result<Operation, String> {
        let lines = outline::read(text);
        Operation::of_line(lines.first().ok_or("no operation")?, "shops")
    }
}
