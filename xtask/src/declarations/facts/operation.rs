//! An operation, read from its lines, with their words.

use std::collections::BTreeMap;

use super::outline::{Line, unword};

/// An endpoint of WeChat Pay.
pub(crate) struct Operation {
    /// Method and path.
    pub(super) endpoint: String,
    pub(super) family: String,
    pub(super) status: String,
    /// True if the answer is a file.
    pub(super) file: bool,
    pub(super) deprecated: bool,
    pub(super) page: Option<String>,
    pub(super) request: Vec<Member>,
    /// `None` if the answer has no body.
    pub(super) answer: Option<Vec<Member>>,
}

/// A member of a request or an answer.
#[derive(Default)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) lists: usize,
    /// The classes; more than one if the sources disagree.
    pub(super) classes: Vec<String>,
    pub(super) required: bool,
    pub(super) secret: bool,
    pub(super) time: bool,
    pub(super) values: Vec<String>,
    /// Limits such as `max_length`.
    pub(super) limits: BTreeMap<String, String>,
    pub(super) example: Option<String>,
    pub(super) members: Vec<Member>,
}

/// The place of a request's member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Place {
    Path,
    Query,
    Header,
    Part,
    File,
    #[default]
    Body,
}

/// The kind of a member's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Text,
    Integer,
    Boolean,
    Object,
    /// Some JSON: the sources have no details.
    Any,
    File,
}

impl Operation {
    pub(super) fn of_line(line: &Line, family: &str) -> Result<Self, String> {
        let words: Vec<_> = line.text.split_whitespace().collect();
        let [method, path, status, flags @ ..] = &words[..] else {
            return Err(format!("expected METHOD PATH STATUS, found `{}`", line.text));
        };
        let part = |name: &str| line.beneath.iter().find(|part| part.text == name);
        let members = |part: &Line| part.beneath.iter().map(Member::of_line).collect::<Result<Vec<_>, _>>();
        let mut request = part("request").map_or(Ok(Vec::new()), members)?;
        if *method == "GET" {
            request.iter_mut().for_each(Member::go_into_the_query);
        }
        Ok(Self {
            endpoint: format!("{method} {path}"),
            family: family.to_owned(),
            status: (*status).to_owned(),
            file: flags.contains(&"file"),
            deprecated: flags.contains(&"deprecated"),
            page: flags.iter().find(|flag| flag.starts_with("https://")).map(|page| (*page).to_owned()),
            request,
            answer: part("answer").map(members).transpose()?,
        })
    }

    pub(super) fn method(&self) -> &str {
        self.endpoint.split(' ').next().unwrap_or_default()
    }

    pub(super) fn path(&self) -> &str {
        self.endpoint.split(' ').nth(1).unwrap_or_default()
    }
}

impl Member {
    fn of_line(line: &Line) -> Result<Self, String> {
        let (words, example) = match line.text.split_once(" = ") {
            Some((words, example)) => (words, Some(example.to_owned())),
            None => (line.text.as_str(), None),
        };
        let mut words = words.split(' ');
        let (Some(name), Some(kind)) = (words.next(), words.next()) else {
            return Err(format!("expected NAME TYPE, found `{}`", line.text));
        };
        let classes = kind.trim_start_matches("[]");
        let mut member = Self {
            name: unword(name),
            lists: (kind.len() - classes.len()) / 2,
            classes: classes.split('|').map(str::to_owned).collect(),
            example,
            members: line.beneath.iter().map(Self::of_line).collect::<Result<_, _>>()?,
            ..Self::default()
        };
        for word in words {
            match word.split_once('=') {
                Some(("values", values)) => member.values = values.split(',').map(unword).collect(),
                Some((limit, value)) => drop(member.limits.insert(limit.to_owned(), unword(value))),
                None => member.flag(word)?,
            }
        }
        Ok(member)
    }

    fn flag(&mut self, word: &str) -> Result<(), String> {
        match word {
            "required" => self.required = true,
            "secret" => self.secret = true,
            "time" => self.time = true,
            // A disputed member can be left out of a request, and an unconfirmed one is used like the others.
            "disputed" | "unconfirmed" => {}
            "path" => self.place = Place::Path,
            "query" => self.place = Place::Query,
            "header" => self.place = Place::Header,
            "part" => self.place = Place::Part,
            "upload" => self.place = Place::File,
            _ => return Err(format!("unknown word `{word}`, at `{}`", self.name)),
        }
        Ok(())
    }

    /// A `GET` has no body: a member that a source has there is a text in the query.
    fn go_into_the_query(&mut self) {
        if self.place == Place::Body {
            self.place = Place::Query;
        }
        if self.class() == Class::Any {
            self.classes = vec!["text".to_owned()];
        }
    }

    pub(super) fn class(&self) -> Class {
        let is = |class: &str| self.classes.iter().any(|one| one == class);
        match () {
            () if is("file") => Class::File,
            () if is("object") && !self.members.is_empty() => Class::Object,
            () if is("text") && !is("boolean") => Class::Text,
            () if is("object") => Class::Any,
            () if is("integer") => Class::Integer,
            () => Class::Boolean,
        }
    }

    /// A limit as a number, if it is one.
    pub(super) fn limit(&self, name: &str) -> Option<i64> {
        self.limits.get(name)?.parse().ok()
    }

    /// The pattern, without the slashes that some pages put around it.
    pub(super) fn pattern(&self) -> Option<&str> {
        let pattern = self.limits.get("pattern")?;
        Some(pattern.strip_prefix('/').and_then(|pattern| pattern.strip_suffix('/')).unwrap_or(pattern))
    }
}
