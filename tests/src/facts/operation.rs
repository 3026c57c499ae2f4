//! An operation: its request line, and the members of its request and its answer.

use wxpay::payload::{Kind, Place};

use super::outline::{Line, unword, word};
use super::sources::Sources;

/// An endpoint of WeChat Pay.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Method and path.
    pub endpoint: String,
    /// The product, as a module's name.
    pub family: String,
    /// `true` if most merchants and service providers use it.
    pub first_tier: bool,
    /// HTTP status of success.
    pub status: u16,
    /// `true` if the answer is a file, which has no members.
    pub file: bool,
    /// `true` if the page says that it is no longer in use.
    pub deprecated: bool,
    /// `true` where it is on the host of cross-border merchants.
    pub cross_border: bool,
    /// The official page.
    pub page: Option<String>,
    /// Members of the request, in every place.
    pub request: Vec<Member>,
    /// Members of the answer; `None` if the answer has no body.
    pub response: Option<Vec<Member>>,
    /// The answer according to each source; `None` if no source was compared.
    pub sources: Option<Sources>,
}

/// An operation that the sources name and the facts do not describe.
#[derive(Debug, Clone, PartialEq)]
pub struct Undescribed {
    /// Method and path.
    pub endpoint: String,
    /// The official page.
    pub page: Option<String>,
    /// The answer according to each source.
    pub sources: Sources,
}

/// A member of a request, an answer or a notification.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The name on the wire.
    pub name: String,
    /// Its place in a request.
    pub place: Place,
    /// Number of arrays around it.
    pub lists: usize,
    /// The types; more than one if the sources disagree.
    pub classes: Vec<Class>,
    /// `true` if it is required; `None` if the sources disagree.
    pub required: Option<bool>,
    /// `true` if the sources call it encrypted.
    pub secret: bool,
    /// `true` for a time in the form of RFC 3339.
    pub time: bool,
    /// The values of an enum.
    pub values: Vec<String>,
    /// Maximum length in characters.
    pub max_length: Option<u64>,
    /// The other limits, as the page words them: `minimum`, `maximum`, `min_length`, `min_items`, `max_items`, `pattern`,
    /// `default`.
    pub rules: Vec<(String, String)>,
    /// The page's example, if it is short.
    pub example: Option<String>,
    /// `true` if a declaration has to have it: not a member that only an unofficial SDK knows or that a newer page lacks.
    pub expected: bool,
    /// The members of an object, or of that in a text of JSON.
    pub members: Vec<Member>,
}

/// A type on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A string.
    Text,
    /// An integer.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// An object.
    Object,
    /// A file of a form.
    File,
}

impl Class {
    /// The type of a declared member; `None` for one that may be anything.
    #[must_use]
    pub fn of(kind: Kind) -> Option<Self> {
        Some(match kind {
            Kind::Text | Kind::FenText | Kind::IntText | Kind::Secret | Kind::Choice(_) | Kind::JsonText(_) => {
                Self::Text
            }
            Kind::Time | Kind::Date | Kind::CompactDate | Kind::CompactDateTime => Self::Text,
            Kind::File => Self::File,
            Kind::Integer | Kind::Fen | Kind::Number(_) => Self::Integer,
            Kind::Boolean => Self::Boolean,
            Kind::Object(_) | Kind::Map(_) => Self::Object,
            _ => return None,
        })
    }
}

const CLASSES: [(Class, &str); 5] = [
    (Class::Text, "text"),
    (Class::Integer, "integer"),
    (Class::Boolean, "boolean"),
    (Class::Object, "object"),
    (Class::File, "file"),
];

const PLACES: [(Place, &str); 6] = [
    (Place::Body, ""),
    (Place::Path, "path"),
    (Place::Query, "query"),
    (Place::Header, "header"),
    (Place::Part, "part"),
    (Place::File, "upload"),
];

impl Operation {
    /// The number of members of its request and its answer, at all depths.
    #[must_use]
    pub fn members(&self) -> usize {
        count(&self.request) + self.response.as_deref().map_or(0, count)
    }

    pub(super) fn to_line(&self) -> Line {
        let mut head = vec![self.endpoint.clone(), self.status.to_string()];
        head.extend(self.first_tier.then(|| FIRST_TIER.to_owned()));
        head.extend(self.file.then(|| FILE.to_owned()));
        head.extend(self.deprecated.then(|| DEPRECATED.to_owned()));
        head.extend(self.cross_border.then(|| CROSS_BORDER.to_owned()));
        head.extend(self.page.clone());
        let mut beneath = Vec::new();
        if !self.request.is_empty() {
            beneath.push(Line::new("request", lines(&self.request)));
        }
        beneath.extend(self.response.as_ref().map(|members| Line::new("answer", lines(members))));
        beneath.extend(self.sources.as_ref().map(Sources::to_line));
        Line::new(head.join(" "), beneath)
    }

    pub(super) fn of_line(line: &Line, family: &str) -> Self {
        let mut words = line.text.splitn(4, ' ');
        let mut next = || words.next().unwrap_or_else(|| panic!("expected METHOD PATH STATUS, found `{}`", line.text));
        let (endpoint, status) = (format!("{} {}", next(), next()), next().parse().expect("a status"));
        let mut operation = Self {
            endpoint,
            family: family.to_owned(),
            first_tier: false,
            status,
            file: false,
            deprecated: false,
            cross_border: false,
            page: None,
            request: Vec::new(),
            response: None,
            sources: None,
        };
        for word in words.flat_map(str::split_whitespace) {
            match word {
                FIRST_TIER => operation.first_tier = true,
                FILE => operation.file = true,
                DEPRECATED => operation.deprecated = true,
                CROSS_BORDER => operation.cross_border = true,
                page => operation.page = Some(page.to_owned()),
            }
        }
        for part in &line.beneath {
            match part.word() {
                ("request", _) => operation.request = members(&part.beneath),
                ("answer", _) => operation.response = Some(members(&part.beneath)),
                _ => operation.sources = Some(Sources::of_line(part)),
            }
        }
        operation
    }
}

impl Undescribed {
    pub(super) fn to_line(&self) -> Line {
        let page = self.page.as_ref().map_or(String::new(), |page| format!(" {page}"));
        Line::new(format!("{}{page}", self.endpoint), vec![self.sources.to_line()])
    }

    pub(super) fn of_line(line: &Line) -> Self {
        let words: Vec<_> = line.text.splitn(3, ' ').collect();
        let ([method, path, ..], [sources]) = (&words[..], &line.beneath[..]) else {
            panic!("expected METHOD PATH above sources, found `{}`", line.text);
        };
        let page = words.get(2).map(|&page| page.to_owned());
        Self { endpoint: format!("{method} {path}"), page, sources: Sources::of_line(sources) }
    }
}

fn count(members: &[Member]) -> usize {
    members.iter().map(|member| 1 + count(&member.members)).sum()
}

/// Writes members as lines.
pub(super) fn lines(members: &[Member]) -> Vec<Line> {
    members.iter().map(Member::to_line).collect()
}

/// Reads members from lines.
pub(super) fn members(lines: &[Line]) -> Vec<Member> {
    lines.iter().map(Member::of_line).collect()
}

impl Member {
    fn to_line(&self) -> Line {
        let classes: Vec<_> = self.classes.iter().map(|class| said(&CLASSES, *class)).collect();
        let mut words = vec![word(&self.name), format!("{}{}", "[]".repeat(self.lists), classes.join("|"))];
        let mut say = |flag: bool, said: &str| words.extend(flag.then(|| said.to_owned()));
        say(self.place != Place::Body, said(&PLACES, self.place));
        say(self.required == Some(true), REQUIRED);
        say(self.required.is_none(), DISPUTED);
        say(self.secret, SECRET);
        say(self.time, TIME);
        say(!self.expected, UNCONFIRMED);
        if !self.values.is_empty() {
            let values: Vec<_> = self.values.iter().map(|value| word(value)).collect();
            words.push(format!("{VALUES}={}", values.join(",")));
        }
        words.extend(self.max_length.map(|length| format!("{LENGTH}={length}")));
        words.extend(self.rules.iter().map(|(rule, value)| format!("{rule}={}", word(value))));
        words.extend(self.example.as_ref().map(|example| format!("= {example}")));
        Line::new(words.join(" "), lines(&self.members))
    }

    fn of_line(line: &Line) -> Self {
        let (words, example) = match line.text.split_once(" = ") {
            Some((words, example)) => (words, Some(example.to_owned())),
            None => (line.text.as_str(), None),
        };
        let mut words = words.split(' ');
        let (Some(name), Some(kind)) = (words.next(), words.next()) else {
            panic!("expected NAME TYPE, found `{}`", line.text);
        };
        let classes = kind.trim_start_matches("[]");
        let mut member = Self {
            name: unword(name),
            place: Place::Body,
            lists: (kind.len() - classes.len()) / "[]".len(),
            classes: classes.split('|').map(|word| meant(&CLASSES, word, line)).collect(),
            required: Some(false),
            secret: false,
            time: false,
            values: Vec::new(),
            max_length: None,
            rules: Vec::new(),
            example,
            expected: true,
            members: members(&line.beneath),
        };
        for word in words {
            match word.split_once('=') {
                None => member.flag(word, line),
                Some((VALUES, values)) => member.values = values.split(',').map(unword).collect(),
                Some((LENGTH, length)) => member.max_length = Some(length.parse().expect("a length")),
                Some((rule, value)) => member.rules.push((rule.to_owned(), unword(value))),
            }
        }
        member
    }

    fn flag(&mut self, word: &str, line: &Line) {
        match word {
            REQUIRED => self.required = Some(true),
            DISPUTED => self.required = None,
            SECRET => self.secret = true,
            TIME => self.time = true,
            UNCONFIRMED => self.expected = false,
            place => self.place = meant(&PLACES, place, line),
        }
    }
}

fn said<T: PartialEq>(words: &[(T, &'static str)], meant: T) -> &'static str {
    words.iter().find(|(one, _)| *one == meant).map_or_else(|| panic!("the value has no word"), |(_, word)| word)
}

fn meant<T: Copy>(words: &[(T, &'static str)], said: &str, line: &Line) -> T {
    let found = words.iter().find(|(_, word)| *word == said);
    found.map_or_else(|| panic!("unknown word `{said}` in: {}", line.text), |(one, _)| *one)
}

const FIRST_TIER: &str = "tier1";
const FILE: &str = "file";
const DEPRECATED: &str = "deprecated";
const CROSS_BORDER: &str = "cross-border";

const REQUIRED: &str = "required";
const DISPUTED: &str = "disputed";
const SECRET: &str = "secret";
const TIME: &str = "time";
const UNCONFIRMED: &str = "unconfirmed";
const VALUES: &str = "values";
const LENGTH: &str = "max_length";
