//! Words of the attributes for the limits of an operation and its members. A new word is a line in the tables at the end.

use std::collections::BTreeSet;

use super::operation::{Class, Member, Operation, Place};

/// The type of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Known(&'static str),
    Struct,
    Enum,
    /// A struct in a JSON text.
    Json,
}

pub(super) fn type_of(member: &Member) -> Type {
    let known = TYPES.iter().find(|(is_so, _)| is_so(member)).map(|(_, ty)| *ty);
    match (known, member.class()) {
        (Some(ty), _) => Type::Known(ty),
        (None, Class::Text) if !member.members.is_empty() => Type::Json,
        (None, Class::Text) if !member.values.is_empty() => Type::Enum,
        (None, Class::Integer) if is_integer(member) => Type::Enum,
        (None, Class::Text) => Type::Known("String"),
        (None, Class::Integer) => Type::Known("i64"),
        (None, Class::Boolean) => Type::Known("bool"),
        (None, Class::Object) => Type::Struct,
        (None, Class::Any) => Type::Known("::serde_json::Value"),
        (None, Class::File) => Type::Known("Upload"),
    }
}

/// Returns true for an enum whose values are integers on the wire.
pub(super) fn is_integer(member: &Member) -> bool {
    let values = &member.values;
    member.class() == Class::Integer && !values.is_empty() && values.iter().all(|value| value.parse::<i64>().is_ok())
}

/// The words on a member, apart from its place.
pub(super) fn of(member: &Member) -> impl Iterator<Item = String> {
    WORDS.iter().filter_map(|word| word(member))
}

/// The arguments of an endpoint.
pub(super) fn arguments(operation: &Operation) -> Vec<String> {
    ARGUMENTS.iter().filter_map(|argument| argument(operation)).collect()
}

/// The attributes below that of an endpoint.
pub(super) fn attributes(operation: &Operation) -> Vec<String> {
    operation.deprecated.then(|| "#[deprecated]".to_owned()).into_iter().collect()
}

/// The common spelling of all values, if they have one.
pub(super) fn spelling(member: &Member) -> Option<&'static str> {
    let spelling = SPELLINGS.iter().find(|(is_so, _)| member.values.iter().all(|value| is_so(value)));
    spelling.map(|(_, spelling)| *spelling)
}

/// Demands of the operation that no word of the attributes expresses.
pub(super) fn unsaid(operation: &Operation) -> BTreeSet<&'static str> {
    fn visit(members: &[Member], found: &mut BTreeSet<&'static str>) {
        for member in members {
            found.extend(DEMANDS.iter().filter(|(_, is_so)| is_so(member)).map(|(demand, _)| demand));
            visit(&member.members, found);
        }
    }
    let mut found = BTreeSet::new();
    visit(&operation.request, &mut found);
    visit(operation.answer.as_deref().unwrap_or_default(), &mut found);
    found
}

fn length(member: &Member) -> Option<String> {
    let is_text = matches!(type_of(member), Type::Known("String" | "Sensitive"));
    bounds("len", member.limit("min_length"), member.limit("max_length")).filter(|_| is_text)
}

fn items(member: &Member) -> Option<String> {
    bounds("items", member.limit("min_items"), member.limit("max_items")).filter(|_| member.lists > 0)
}

fn range(member: &Member) -> Option<String> {
    let is_integer = matches!(type_of(member), Type::Known("i64" | "IntText"));
    bounds("range", member.limit("minimum"), member.limit("maximum")).filter(|_| is_integer)
}

fn pattern(member: &Member) -> Option<String> {
    let pattern = member.pattern()?;
    matches!(type_of(member), Type::Known("String")).then(|| format!("pattern = r#\"{pattern}\"#"))
}

fn default(member: &Member) -> Option<String> {
    let default = member.limits.get("default").filter(|_| !member.is_always_there() && member.lists == 0)?;
    let spelled = match type_of(member) {
        Type::Known("i64" | "IntText") => default.parse::<i64>().ok()?.to_string(),
        Type::Known("bool") => default.parse::<bool>().ok()?.to_string(),
        Type::Known("String") => format!("{default:?}"),
        Type::Enum if !is_integer(member) => format!("{default:?}"),
        Type::Enum => default.clone(),
        Type::Known(_) | Type::Struct | Type::Json => return None,
    };
    Some(format!("default = {spelled}"))
}

fn bounds(word: &str, min: Option<i64>, max: Option<i64>) -> Option<String> {
    match (min, max) {
        (None, None) => None,
        (min, Some(max)) => Some(format!("{word} = {}..={max}", end(min))),
        (min, None) => Some(format!("{word} = {}..", end(min))),
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
    let response = if operation.file { Some("Bytes") } else { operation.answer.as_ref().map(|_| "Answer") };
    response.map(|response| format!("response = {response}"))
}

fn success(operation: &Operation) -> Option<String> {
    (operation.status != "200").then(|| format!("success = {}", operation.status))
}

fn doc(operation: &Operation) -> Option<String> {
    operation.page.as_ref().map(|page| format!("doc = {page:?}"))
}

fn host(operation: &Operation) -> Option<String> {
    operation.cross_border.then(|| "host = \"cross-border\"".to_owned())
}

/// The argument `pages`, guessed from the names of members.
fn pages(operation: &Operation) -> Option<String> {
    let answer = operation.answer.as_ref()?;
    let asked = |names: &[&'static str], class| {
        let is_so = |member: &&Member| is_one_of(member, names, class) && member.place != Place::Path;
        operation.request.iter().find(is_so).map(|member| member.name.as_str())
    };
    let answered = |names: &[&'static str], class| {
        answer.iter().find(|member| is_one_of(member, names, class)).map(|member| member.name.as_str())
    };
    let mut lists = answer.iter().filter(|member| member.lists == 1);
    let list =
        answer.iter().find(|member| member.name == "data").or_else(|| lists.next()).filter(|list| list.lists == 1)?;
    let next = answered(&["next_page_token"], Class::Text).map(str::to_owned).or_else(|| {
        let links = answer.iter().find(|member| member.name == "links")?;
        links.members.iter().find(|member| is_one_of(member, &["next"], Class::Text)).map(|_| "links.next".to_owned())
    });
    let turn = if let Some(offset) = asked(&["offset"], Class::Integer) {
        format!("offset = {offset:?}")
    } else if let Some(page) = asked(&["page_index"], Class::Integer) {
        format!("page = {page:?}, first = 1")
    } else {
        let token = asked(&["page_token"], Class::Text).filter(|_| next.is_some())?;
        format!("token = {token:?}")
    };
    let limit = asked(&["limit", "page_size"], Class::Integer).map(|limit| format!("limit = {limit:?}"));
    let total = answered(&["total_count", "total_num"], Class::Integer).map(|total| format!("total = {total:?}"));
    let end = next.map(|next| format!("next = {next:?}")).or(total);
    let words = [Some(turn), limit, Some(format!("items = {:?}", list.name)), end];
    Some(format!("pages({})", words.into_iter().flatten().collect::<Vec<_>>().join(", ")))
}

fn is_one_of(member: &Member, names: &[&str], class: Class) -> bool {
    names.contains(&member.name.as_str()) && member.class() == class && member.lists == 0
}

/// Returns true for words of two small letters or more.
fn is_lower(value: &str) -> bool {
    value.split('_').all(|word| word.len() > 1 && word.chars().all(|letter| letter.is_ascii_lowercase()))
}

/// Returns true for words that begin with a capital, without anything between them.
pub(super) fn is_pascal(value: &str) -> bool {
    let is_first = value.starts_with(|first: char| first.is_ascii_uppercase());
    let is_of_words = value.chars().any(|letter| letter.is_ascii_lowercase());
    is_first && is_of_words && value.chars().all(|letter| letter.is_ascii_alphanumeric())
}

/// Returns true if the name says that the member is an amount, and its example is an integer without leading zeros.
fn is_amount(member: &Member) -> bool {
    let is_number = |example: &String| example.parse::<i64>().is_ok_and(|number| number.to_string() == *example);
    let is_called_so = ["amount", "total", "price"].iter().any(|word| member.name.split('_').any(|part| part == *word));
    is_called_so && is_free(member) && member.example.as_ref().is_some_and(is_number)
}

/// Returns true if the name says that the member is a time or a date, and its example has this form.
fn is_day(member: &Member, form: &str) -> bool {
    let example: Vec<char> = member.example.as_deref().unwrap_or_default().chars().collect();
    let is_digit =
        |(letter, form): (&char, char)| form.is_ascii_alphabetic() && letter.is_ascii_digit() || *letter == form;
    let fits = example.len() == form.len() && example.iter().zip(form.chars()).all(is_digit);
    // Not every number of eight digits is a date.
    let part = |wanted: char| {
        let digits = example.iter().zip(form.chars()).filter(|(_, form)| *form == wanted).map(|(letter, _)| letter);
        digits.collect::<String>().parse::<u8>().unwrap_or_default()
    };
    is_called_a_time(member) && fits && (1..=12).contains(&part('M')) && (1..=31).contains(&part('d'))
}

/// Returns true if the name says that the member is a time, and its example is in the form of RFC 3339, perhaps with fractions
/// of a second.
fn is_rfc3339(member: &Member) -> bool {
    let example = member.example.as_deref().unwrap_or_default();
    let is_digit = |(letter, form): (char, char)| if form == 'd' { letter.is_ascii_digit() } else { letter == form };
    let (time, zone) = (example.get(..19).unwrap_or_default(), example.get(19..).unwrap_or_default());
    let zone = zone.trim_start_matches(|letter: char| letter == '.' || letter.is_ascii_digit());
    let has = |text: &str, form: &str| text.len() == form.len() && text.chars().zip(form.chars()).all(is_digit);
    is_called_a_time(member) && has(time, "dddd-dd-ddTdd:dd:dd") && (zone == "Z" || has(zone, "+dd:dd"))
}

fn is_called_a_time(member: &Member) -> bool {
    ["date", "time", "day"].iter().any(|word| member.name.contains(word)) && is_free(member)
}

/// Returns true for a text of which the facts say nothing else. It reads the facts, not the type, because the table of types
/// calls it.
fn is_free(member: &Member) -> bool {
    member.class() == Class::Text && member.values.is_empty() && !member.secret && !member.time && !member.is_json()
}

/// Returns true if the sources disagree about the type.
fn is_disputed(member: &Member) -> bool {
    member.classes.len() > 1
}

type IsSo<T> = fn(&T) -> bool;

/// The arguments of an endpoint.
const ARGUMENTS: &[fn(&Operation) -> Option<String>] = &[method, path, response, success, doc, host, pages];

/// The words on a member.
const WORDS: &[fn(&Member) -> Option<String>] = &[length, items, range, pattern, default];

/// Types of members that need more than the class. The first that fits is taken.
const TYPES: &[(IsSo<Member>, &str)] = &[
    (|member| member.secret, "Sensitive"),
    (|member| member.class() == Class::Text && (member.time || is_rfc3339(member)), "DateTime"),
    (|member| member.is_json() && member.members.is_empty(), "JsonText<::serde_json::Value>"),
    (|member| is_day(member, "yyyy-MM-dd"), "Date"),
    (|member| is_day(member, "yyyyMMdd"), "CompactDate"),
    (|member| is_day(member, "yyyyMMddHHmmss"), "CompactDateTime"),
    (is_amount, "IntText"),
];

/// Spellings of enums, with the test that all values must pass. Without one, each value has its own `rename`.
const SPELLINGS: &[(IsSo<str>, &str)] = &[(is_lower, "snake_case"), (is_pascal, "PascalCase")];

/// Demands of a member that no word of the attributes expresses.
const DEMANDS: &[(&str, IsSo<Member>)] = &[
    ("an invalid pattern", |member| member.limits.contains_key("pattern") && member.pattern().is_none()),
    ("a default of a member that is always there, or that is JSON", |member| {
        member.limits.contains_key("default") && default(member).is_none()
    }),
    ("a number with a fraction", |member| {
        let is_fraction = |example: &String| example.parse::<f64>().is_ok_and(|number| number.fract() != 0.0);
        member.class() == Class::Integer && member.example.as_ref().is_some_and(is_fraction)
    }),
    ("a day or a time in another form", |member| {
        let example = member.example.as_deref().unwrap_or_default();
        let is_of_digits = example.chars().all(|letter| letter.is_ascii_digit() || " :-/T+".contains(letter));
        is_called_a_time(member) && !example.is_empty() && is_of_digits && type_of(member) == Type::Known("String")
    }),
    ("two types, as the sources disagree", is_disputed),
];

#[cfg(test)]
mod tests {
    use super::super::operation::{Class, Operation};
    use super::super::outline;
    use super::{is_amount, is_day, spelling, unsaid};

    #[test]
    fn what_no_word_says_is_told() -> Result<(), String> {
        let lines = outline::read(
            "POST /v3/things 200\n request\n  name text pattern=/[b-a]/\n  page integer required default=1\n  count integer = 1.5\n  \
             business_time text = 09:30\n  id text|integer\n",
        );
        let operation = Operation::of_line(lines.first().ok_or("no operation")?, "things")?;
        assert_eq!(unsaid(&operation).len(), 5);
        Ok(())
    }

    #[test]
    fn days_amounts_and_spellings_are_told_by_names_and_examples() -> Result<(), String> {
        let lines = outline::read(
            "POST /v3/things 200\n request\n  begin_date text = 20260131\n  business_time_no text = 20269931\n  \
             total_amount text = 0\n  amount_code text = 007\n  state text values=no_credit,open\n  color text values=Red,DarkBlue\n",
        );
        let operation = Operation::of_line(lines.first().ok_or("no operation")?, "things")?;
        let [date, number, amount, code, state, color] = &operation.request[..] else { return Err("members".into()) };
        assert_eq!([date, number].map(|member| is_day(member, "yyyyMMdd")), [true, false]);
        assert_eq!([amount, code].map(is_amount), [true, false]);
        assert_eq!([state, color].map(spelling), [Some("snake_case"), Some("PascalCase")]);
        assert_eq!(state.class(), Class::Text);
        Ok(())
    }
}
