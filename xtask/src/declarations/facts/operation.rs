//! An operation of the facts, as its lines have it.

use std::collections::BTreeMap;

use regex_lite::Regex;
use serde_json::Value;

use super::outline::{Line, unword};

/// An endpoint of WeChat Pay.
pub(crate) struct Operation {
    /// Method and path.
    pub(super) endpoint: String,
    pub(super) family: String,
    pub(super) status: String,
    /// Its answer is a file.
    pub(super) file: bool,
    pub(super) deprecated: bool,
    /// It is served by the host for cross-border merchants.
    pub(super) cross_border: bool,
    pub(super) page: Option<String>,
    pub(super) request: Vec<Member>,
    /// The members of the answer; `None` if the facts have no answer.
    pub(super) answer: Option<Vec<Member>>,
}

/// A member of a request or an answer.
#[derive(Default)]
pub(super) struct Member {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) lists: usize,
    /// The types; more than one if the sources disagree.
    pub(super) classes: Vec<String>,
    pub(super) required: bool,
    pub(super) secret: bool,
    pub(super) time: bool,
    pub(super) values: Vec<String>,
    /// Limits such as `max_length`, by their names.
    pub(super) limits: BTreeMap<String, String>,
    pub(super) example: Option<String>,
    /// The members of an object, or of the object in a JSON text.
    pub(super) members: Vec<Member>,
}

/// Place of a member in a request.
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

/// The kind of a member, from which its type follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Text,
    Integer,
    Boolean,
    Object,
    /// JSON whose members no source has.
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
            cross_border: flags.contains(&"cross-border"),
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
            // A disputed `required` makes the member optional; a member of one source alone is declared like any other.
            "disputed" | "unconfirmed" => {}
            "path" => self.place = Place::Path,
            "query" => self.place = Place::Query,
            "header" => self.place = Place::Header,
            "part" => self.place = Place::Part,
            "upload" => self.place = Place::File,
            _ => return Err(format!("`{word}` is no word here, at `{}`", self.name)),
        }
        Ok(())
    }

    /// Moves a member to the query, because a `GET` has no body. A member of any JSON becomes a text.
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

    /// Returns true if every message has the member: a required one, one in the path, or the file of a form.
    pub(super) fn is_always_there(&self) -> bool {
        self.required || matches!(self.place, Place::Path | Place::File)
    }

    /// Returns true for a text that holds JSON: the facts have its members, or its example is JSON.
    pub(super) fn is_json(&self) -> bool {
        let is_json = |example: &String| {
            let value = serde_json::from_str::<Value>(example);
            value.is_ok_and(|value| value.is_object() || value.is_array())
        };
        self.class() == Class::Text && (!self.members.is_empty() || self.example.as_ref().is_some_and(is_json))
    }

    /// The value of a limit, if it has one and it is an integer.
    pub(super) fn limit(&self, name: &str) -> Option<i64> {
        self.limits.get(name)?.parse().ok()
    }

    /// The pattern without the slashes around it on some pages; `None` if it is not a valid pattern.
    pub(super) fn pattern(&self) -> Option<&str> {
        let pattern = self.limits.get("pattern")?;
        let pattern = pattern.strip_prefix('/').and_then(|pattern| pattern.strip_suffix('/')).unwrap_or(pattern);
        Regex::new(pattern).is_ok().then_some(pattern)
    }
}
