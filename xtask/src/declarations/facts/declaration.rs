//! Writes an operation as its declaration, with the words in the tables of `words`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::operation::{Member, Operation, Place};
use super::together::{self, Rule};
use super::words::{self, Type};

/// The source of the declaration, whose request is called `Request` and whose answer `Answer`.
pub(super) fn of(operation: &Operation) -> String {
    let mut source = Source::default();
    source.item(Item::Request(operation), "Request", &operation.request);
    if let Some(members) = operation.answer.as_ref().filter(|_| !operation.file) {
        source.item(Item::Answered, "Answer", members);
    }
    format!("//! {}, of `{}`.\n\nuse wxpay::prelude::*;\n{}", operation.endpoint, operation.family, source.text)
}

/// The message that a struct is part of.
#[derive(Clone, Copy)]
enum Item<'a> {
    /// The request itself. The method of its operation decides which members need the word `query`.
    Request(&'a Operation),
    /// An object in a request.
    Asked,
    /// An answer, or an object in one.
    Answered,
}

#[derive(Default)]
struct Source {
    text: String,
    names: BTreeSet<String>,
}

impl Source {
    /// Writes a struct, and after it the structs and enums of its members.
    fn item(&mut self, item: Item<'_>, name: &str, members: &[Member]) {
        let (mut fields, mut idents) = (String::new(), BTreeSet::new());
        let mut inner = Vec::new();
        let rules = if matches!(item, Item::Answered) { Vec::new() } else { together::of(members) };
        for member in members {
            let (mut ident, mut words) = (ident(&member.name), words_of(member, item, &rules));
            if !idents.insert(ident.clone()) {
                // The member in the path came first, and has the plain name.
                ident = format!("body_{ident}");
                words.extend(["body".to_owned(), format!("rename = {:?}", member.name)]);
            } else if ident.trim_start_matches("r#") != member.name && member.place != Place::Header {
                words.push(format!("rename = {:?}", member.name));
            }
            let ty = match words::type_of(member) {
                Type::Known(ty) => ty.to_owned(),
                Type::Struct | Type::Enum => self.inner(name, member, &mut inner),
                Type::Json => format!("JsonText<{}>", self.inner(name, member, &mut inner)),
            };
            let listed = (0..member.lists).fold(ty, |ty, _| format!("Vec<{ty}>"));
            let ty = if member.is_always_there() { listed } else { format!("Option<{listed}>") };
            // Writing to a text does not fail.
            let _ = writeln!(fields, "    /// A member.");
            if !words.is_empty() {
                let _ = writeln!(fields, "    #[wxpay({})]", words.join(", "));
            }
            let _ = writeln!(fields, "    pub {ident}: {ty},");
        }
        let attribute = attribute(item, &rules);
        let _ = write!(
            self.text,
            "\n/// An item.\n{attribute}\n#[derive(Debug, Clone)]\npub struct {name} {{\n{fields}}}\n"
        );
        let inside = if matches!(item, Item::Answered) { Item::Answered } else { Item::Asked };
        for (name, member) in inner {
            match words::type_of(member) {
                Type::Struct | Type::Json => self.item(inside, &name, &member.members),
                _ => self.choice(&name, member),
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

    fn choice(&mut self, name: &str, member: &Member) {
        let (mut variants, mut idents) = (String::new(), BTreeSet::new());
        let is_integer = words::is_integer(member);
        let spelling = words::spelling(member).filter(|_| !is_integer);
        for value in member.values.iter().collect::<BTreeSet<_>>() {
            let mut variant = variant(value);
            while !idents.insert(variant.clone()) {
                variant.push('2');
            }
            if spelling.is_none() && !is_integer && !is_usual(value, &variant) {
                let _ = writeln!(variants, "    #[wxpay(rename = {value:?})]");
            }
            let number = if is_integer { format!(" = {value}") } else { String::new() };
            let _ = writeln!(variants, "    /// A value.\n    {variant}{number},");
        }
        let arguments = spelling.map_or_else(String::new, |spelling| format!("(spelling = {spelling:?})"));
        let _ = write!(self.text, "\n/// A list.\n#[wxpay_enum{arguments}]\npub enum {name} {{\n{variants}}}\n");
    }
}

/// The attributes of a struct.
fn attribute(item: Item<'_>, rules: &[Rule<'_>]) -> String {
    let groups = rules.iter().filter_map(|rule| match rule {
        Rule::Either { word, names: [first, second] } => Some(format!("{word}({first:?}, {second:?})")),
        Rule::Needs(_) => None,
    });
    let (name, arguments, more) = match item {
        Item::Request(operation) => ("wxpay_endpoint", words::arguments(operation), words::attributes(operation)),
        Item::Asked | Item::Answered => ("wxpay_object", Vec::new(), Vec::new()),
    };
    let arguments: Vec<_> = arguments.into_iter().chain(groups).collect();
    let arguments = if arguments.is_empty() { String::new() } else { format!("({})", arguments.join(", ")) };
    std::iter::once(format!("#[{name}{arguments}]")).chain(more).collect::<Vec<_>>().join("\n")
}

fn words_of(member: &Member, item: Item<'_>, rules: &[Rule<'_>]) -> Vec<String> {
    let place = match (member.place, item) {
        (Place::Query, Item::Request(operation)) if operation.method() != "GET" => Some("query".to_owned()),
        (Place::Header, Item::Request(_)) => Some(format!("header = {:?}", member.name)),
        (Place::Part, Item::Request(_)) => Some("part".to_owned()),
        _ => None,
    };
    let needs = rules.iter().filter_map(|rule| match rule {
        Rule::Needs([first, second]) if *first == member.name => Some(format!("needs = {second:?}")),
        _ => None,
    });
    place.into_iter().chain(words::of(member)).chain(needs).collect()
}

/// The name of a field for a member: a character that Rust does not allow becomes an underscore.
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

/// `out_trade_no` as `OutTradeNo`.
fn camel(name: &str) -> String {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters.flat_map(char::to_lowercase)).collect::<String>()
    };
    words.map(word).collect()
}

/// A value as a variant.
fn variant(value: &str) -> String {
    let name = if words::is_pascal(value) { value.to_owned() } else { camel(value) };
    if syn::parse_str::<syn::Ident>(&name).is_ok() { name } else { format!("V{name}") }
}

/// Returns true if the variant needs no `rename`: the value has words of two capitals or more between single underscores.
fn is_usual(value: &str, variant: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase());
    value.split('_').all(is_word) && variant == camel(value)
}

#[cfg(test)]
mod tests {
    use super::super::{operation::Operation, operations, outline};
    use super::{ident, is_usual, of, variant};

    /// Every twentieth operation, and its syntax only; the command itself compiles all of them.
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
            "POST /v3/shops/{id}/things 204\n request\n  id text path required\n  mode text query\n  \
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
    fn rules_defaults_days_and_files_have_words() -> Result<(), String> {
        let declared = of(&read(
            "GET /v3/things 200 deprecated cross-border\n request\n  thing_id text query\n  out_thing_no text query\n  \
             offset integer query default=0\n  limit integer query maximum=50\n  \
             level integer query values=1,2\n  begin_date text query = 2026-01-01\n  day text query = 20260101\n  \
             filter text query\n   name text\n  kind text query values=no_credit,no_debit\n  fee_amount text query = 100\n \
             answer\n  data []object\n   name text min_length=6\n  total_count integer\n",
        )?);
        for line in [
            "#[wxpay_endpoint(method = \"GET\", path = \"/v3/things\", response = Answer, host = \"cross-border\", \
             pages(offset = \"offset\", limit = \"limit\", items = \"data\", total = \"total_count\"), \
             one_of(\"thing_id\", \"out_thing_no\"))]",
            "#[deprecated]",
            "    #[wxpay(default = 0)]",
            "    #[wxpay(range = ..=50)]",
            "    pub level: Option<RequestLevel>,",
            "    V1 = 1,",
            "    pub begin_date: Option<Date>,",
            "    pub day: Option<CompactDate>,",
            "    pub filter: Option<JsonText<RequestFilter>>,",
            "#[wxpay_enum(spelling = \"snake_case\")]",
            "    pub fee_amount: Option<IntText>,",
            "    #[wxpay(len = 6..)]",
        ] {
            assert!(declared.lines().any(|declared| declared == line), "no `{line}` in\n{declared}");
        }
        let file = of(&read("GET /v3/bill 200 file\n request\n  name text query\n")?);
        assert!(file.contains("response = Bytes"), "{file}");
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
