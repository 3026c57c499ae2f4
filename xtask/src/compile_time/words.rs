//! Each word of a declaration by itself, and each impl of an enum: the compiler's instructions with it, less those without it.
//!
//! An endpoint's request and answer are those of the whole measurement; a line changes one thing in every endpoint. What
//! a word needs, such as the list that `items` counts, is in both programs.

use std::collections::HashMap;
use std::fs;
use std::io;

use super::program::{Edit, Program, Way};
use super::unit::Unit;
use super::{CARGO, Work};

/// Measures the lines whose names contain one of `names`, or all of them, and prints them.
pub(super) fn run(work: &Work, count: u32, names: &[String]) -> io::Result<()> {
    let expansion = fs::read_to_string(work.top.join("wxpay-macros/golden/enumeration.expanded.rs"))?;
    let mut lines = lines(&expansion);
    lines.retain(|line| names.is_empty() || names.iter().any(|name| line.name.contains(name)));
    [Way::Declared, Way::Both].into_iter().try_for_each(|way| work.prepare(way))?;
    let derives = |cargo| work.each(Way::Both, count + 1, cargo, Unit::Instructions);
    let (check, build) = (derives(CARGO[0])?, derives(CARGO[1])?);

    println!("{:<44} {:^16}   {:^16}", "million instructions an endpoint", "cargo check", "release build");
    println!("{:<44} {check:>8.2} {:>7}   {build:>8.2} {:>7}", "an endpoint with serde's derives", "100 %", "100 %");
    let mut counted = Counted { work, count, known: HashMap::new() };
    for line in &lines {
        let (checked, built) = (counted.more(line, CARGO[0])?, counted.more(line, CARGO[1])?);
        let [of_check, of_build] = [checked / check, built / build].map(|share| format!("{:.1} %", share * 100.0));
        println!("{:<44} {checked:>8.2} {of_check:>7}   {built:>8.2} {of_build:>7}", line.name);
    }
    Ok(())
}

/// Programs that were measured, by their text.
struct Counted<'a> {
    work: &'a Work,
    count: u32,
    known: HashMap<(bool, String), f64>,
}

impl Counted<'_> {
    /// The instructions that an endpoint takes more with what the line is about.
    fn more(&mut self, line: &Line, cargo: (&[&str], bool)) -> io::Result<f64> {
        let with = self.of(line.way, &line.with, cargo)?;
        Ok((with - self.of(line.way, &line.without, cargo)?) / f64::from(self.count))
    }

    fn of(&mut self, way: Way, edits: &[Edit], (cargo, sends): (&[&str], bool)) -> io::Result<f64> {
        let program = Program { way, count: self.count, sends, edits };
        let key = (sends, program.text());
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let counted = self.work.measure(&program, cargo, Unit::Instructions)?;
        self.known.insert(key, counted);
        Ok(counted)
    }
}

/// One thing that an endpoint may have.
struct Line {
    name: String,
    way: Way,
    without: Vec<Edit>,
    with: Vec<Edit>,
}

impl Line {
    fn new<const N: usize, const M: usize>(name: impl Into<String>, without: [Edit; N], with: [Edit; M]) -> Self {
        Self { name: name.into(), way: Way::Declared, without: without.into(), with: with.into() }
    }

    /// An argument of the request's attribute.
    fn argument(word: &'static str) -> Self {
        Self::new(word, [], [argument(word)])
    }

    /// A word of an optional text.
    fn word(word: &'static str) -> Self {
        Self::new(word, [], [on("pub attach", word)])
    }
}

fn lines(expansion: &str) -> Vec<Line> {
    let list: Edit = (TIME, "pub time_expire: Option<Vec<String>>,".into());
    let data: Edit = ("pub note: Option<String>,", "pub note: Option<String>,\npub data: Vec<String>,".into());
    let check = |what: &str| format!("check = .. of {what}");
    let mut lines = vec![
        Line::argument(r#"one_of("attach", "goods_tag")"#),
        Line::argument(r#"any_of("attach", "goods_tag")"#),
        Line::argument(r#"at_most_one("attach", "goods_tag")"#),
        Line::word(r#"needs = "goods_tag""#),
        Line::word(r#"default = "x""#),
        Line::word(r#"label = "x""#),
        Line::new(check("a text"), [], [on("pub attach", "check = crate::text")]),
        Line::new(check("an integer"), [], [on("pub quantity", "check = crate::integer")]),
        Line::new(check("a list"), [list.clone()], [list.clone(), on("pub time_expire", "check = crate::text")]),
        Line::new(check("the struct, with its function"), [], [argument("check = whole"), beside(WHOLE)]),
        Line::new("items = 1..=9", [list.clone()], [list, on("pub time_expire", "items = 1..=9")]),
        Line::argument(r#"host = "cross-border""#),
        Line::new(
            "pages(..)",
            [data.clone()],
            [data, argument(r#"pages(offset = "limit", items = "data", total = "total")"#)],
        ),
    ];
    for kind in ["DateTime", "Date", "CompactDate", "CompactDateTime", "IntText", "Sensitive", "JsonText<Amount>"] {
        let member = format!("pub time_expire: Option<{kind}>,");
        lines.push(Line::new(format!("{kind} in place of String"), [], [(TIME, member.into())]));
    }

    let state: Edit = (TIME, "pub time_expire: Option<State>,".into());
    let enumeration = |text: &str| [beside(text), state.clone()];
    let spelled = STRINGS.replace("wxpay_enum", r#"wxpay_enum(spelling = "snake_case")"#);
    lines.extend([
        Line::new("an enum of three strings", [], enumeration(STRINGS)),
        Line::new("spelling = ..", enumeration(STRINGS), enumeration(&spelled)),
        Line::new("an enum of three integers", [], enumeration(INTEGERS)),
        Line::new("an enum of three strings, without its macro", [], enumeration(expansion)),
    ]);
    for head in IMPLS {
        let name = format!("of it: {}", head.trim_start_matches("impl "));
        lines.push(Line::new(name, enumeration(&without(expansion, head)), enumeration(expansion)));
    }
    let derived =
        ("use serde::{Deserialize, Serialize};", format!("use serde::{{Deserialize, Serialize}};\n{DERIVED}").into());
    lines.push(Line { way: Way::Both, ..Line::new("such an enum with serde's derives", [], [derived, state]) });
    lines
}

fn argument(word: &str) -> Edit {
    (ARGUMENTS, format!("{ARGUMENTS}, {word}").into())
}

/// A word in front of a member.
fn on(member: &'static str, word: &str) -> Edit {
    (member, format!("#[wxpay({word})]\n{member}").into())
}

/// An item beside an endpoint's own.
fn beside(item: &str) -> Edit {
    (PRELUDE, format!("{PRELUDE}\n{item}").into())
}

/// An expansion less the impl that begins so.
fn without(expansion: &str, head: &str) -> String {
    let Some((before, impls)) = expansion.split_once(&format!("    {head}")) else { return expansion.to_owned() };
    let after = impls.split_once("\n    }\n").map_or("", |(_, after)| after);
    // Nothing is left for it to stand on.
    let before = before.trim_end().trim_end_matches("#[automatically_derived]");
    format!("{before}\n{after}")
}

const PRELUDE: &str = "use wxpay::prelude::*;";
const ARGUMENTS: &str = "required = RequestRequired";
const TIME: &str = "pub time_expire: Option<String>,";
const WHOLE: &str = "fn whole(_: &Request) -> Result<(), wxpay::validate::Violation> {
        Ok(())
    }";
const STRINGS: &str = "#[wxpay_enum]
    pub enum State {
        Success,
        NotPay,
        Closed,
    }";
const INTEGERS: &str = "#[wxpay_enum]
    pub enum State {
        Low = 1,
        Middle = 2,
        High = 3,
    }";
const DERIVED: &str = r#"#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
    #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
    pub enum State {
        Success,
        NotPay,
        #[serde(untagged)]
        Other(String),
    }"#;
/// The heads of the impls of an enum that nothing else needs. The request's own `Debug` needs that of the enum.
const IMPLS: [&str; 5] = [
    "impl ::core::fmt::Display for State",
    "impl ::core::str::FromStr for State",
    "impl __p::Serialize for State",
    "impl<'__de> __p::Deserialize<'__de> for State",
    "impl State",
];

#[cfg(test)]
mod tests {
    use super::*;

    const EXPANSION: &str = include_str!("../../../wxpay-macros/golden/enumeration.expanded.rs");

    #[test]
    fn a_line_changes_what_stands_there_once_and_leaves_rust() -> syn::Result<()> {
        for line in lines(EXPANSION) {
            for edits in [&line.with, &line.without] {
                let text =
                    |edits| Program { edits, ..Program { way: line.way, count: 1, sends: true, edits: &[] } }.text();
                for (index, (from, _)) in edits.iter().enumerate() {
                    assert_eq!(text(&edits[..index]).matches(from).count(), 1, "{}: {from}", line.name);
                }
                syn::parse_file(&text(edits))?;
            }
        }
        Ok(())
    }

    #[test]
    fn an_impl_and_nothing_else_is_left_out() -> syn::Result<()> {
        let impls = |text: &str| -> syn::Result<usize> {
            let file = syn::parse_file(text)?;
            assert!(matches!(file.items.as_slice(), [syn::Item::Enum(_), syn::Item::Const(_)]));
            Ok(text.matches("\n    impl").count())
        };
        for head in IMPLS {
            let bare = without(EXPANSION, head);
            assert_eq!(impls(&bare)?, impls(EXPANSION)? - 1, "{head}");
            assert!(
                !bare.contains(head)
                    && bare.matches("automatically_derived").count()
                        <= EXPANSION.matches("automatically_derived").count()
            );
        }
        Ok(())
    }
}
