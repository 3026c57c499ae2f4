//! Differences between declarations and the facts, each with its reason: one line in `exceptions/FAMILY.txt`.
//!
//! ```text
//! ENDPOINT | request or response | MEMBER | KIND | the reason
//! ```
//!
//! An endpoint is a method and a path, or `*` for every endpoint of the family. A member is a dotted path; `payer.*` is
//! everything beneath `payer`; several members with one reason are separated by commas. A line `complete` says that all
//! endpoints of the family's first tier are shipped: from then on a missing one is a failure. The kind is that of a [`Difference`], or
//! `example=TEXT`, which replaces the facts' example.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// A difference between a declaration and the facts.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) endpoint: String,
    pub(crate) part: &'static str,
    pub(crate) member: String,
    /// `missing`, `added`, `place`, `type`, `required`, `secret`, `time`, `values`, `len`, `range`, `items`,
    /// `pattern`, `status`, `family` or `unknown`.
    pub(crate) kind: &'static str,
    /// The values of both sides.
    pub(crate) detail: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, part, member, kind, detail } = self;
        write!(f, "{endpoint} | {part} | {member} | {kind} | {detail}")
    }
}

/// An exception for one member.
pub(crate) struct Exception {
    /// File and line, for messages.
    at: String,
    family: String,
    endpoint: String,
    part: String,
    member: String,
    kind: String,
    used: Cell<bool>,
}

/// The reviewed exceptions, and the complete families.
pub(crate) struct Exceptions {
    exceptions: Vec<Exception>,
    complete: BTreeSet<String>,
}

impl Exceptions {
    /// Reads the lists.
    pub(crate) fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue/exceptions");
        let (mut exceptions, mut complete) = (Vec::new(), BTreeSet::new());
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let family = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            for (index, line) in text.lines().enumerate() {
                match line {
                    "" => {}
                    "complete" => drop(complete.insert(family.clone())),
                    line if line.starts_with('#') => {}
                    line => exceptions.extend(Exception::read(&family, index + 1, line)),
                }
            }
        }
        Self { exceptions, complete }
    }

    /// Number of members with an exception.
    pub(crate) fn len(&self) -> usize {
        self.exceptions.len()
    }

    /// Returns true if all endpoints of the family have to be shipped.
    pub(crate) fn is_complete(&self, family: &str) -> bool {
        self.complete.contains(family)
    }

    /// Returns true if the difference has an exception.
    pub(crate) fn allow(&self, family: &str, difference: &Difference) -> bool {
        let Difference { endpoint, part, member, kind, .. } = difference;
        self.find(family, endpoint, part, member, |written| written == *kind).is_some()
    }

    /// The text that replaces the facts' example.
    pub(crate) fn example(&self, family: &str, endpoint: &str, part: &str, member: &str) -> Option<&str> {
        let found = self.find(family, endpoint, part, member, |written| written.starts_with(EXAMPLE))?;
        found.kind.strip_prefix(EXAMPLE)
    }

    /// The lines that no difference needs.
    pub(crate) fn unused(&self, family: impl Fn(&str) -> bool) -> Vec<String> {
        let unused = self.exceptions.iter().filter(|exception| !exception.used.get() && family(&exception.family));
        unused.map(|exception| format!("{}: nothing differs here any more", exception.at)).collect()
    }

    fn find(
        &self,
        family: &str,
        endpoint: &str,
        part: &str,
        member: &str,
        kind: impl Fn(&str) -> bool,
    ) -> Option<&Exception> {
        let fits = |exception: &&Exception| {
            exception.family == family
                && (exception.endpoint == "*" || exception.endpoint == endpoint)
                && exception.part == part
                && exception.is_about(member)
                && kind(&exception.kind)
        };
        // Every matching line is a needed one.
        self.exceptions.iter().filter(fits).inspect(|exception| exception.used.set(true)).last()
    }
}

impl Exception {
    /// Reads a line: an exception for each of its members.
    fn read(family: &str, number: usize, line: &str) -> Vec<Self> {
        let at = format!("tests/tests/catalogue/exceptions/{family}.txt:{number}");
        let parts: Vec<_> = line.splitn(5, " | ").map(|part| part.trim().to_owned()).collect();
        let [endpoint, part, members, kind, reason]: [String; 5] =
            parts.try_into().unwrap_or_else(|_| panic!("{at}: expected endpoint | part | member | kind | reason"));
        assert!(!reason.is_empty(), "{at}: an exception has a reason");
        let member = |member: &str| Self {
            at: format!("{at}: {member}"),
            family: family.to_owned(),
            endpoint: endpoint.clone(),
            part: part.clone(),
            member: member.to_owned(),
            kind: kind.clone(),
            used: Cell::new(false),
        };
        members.split(',').map(str::trim).map(member).collect()
    }

    fn is_about(&self, member: &str) -> bool {
        match self.member.strip_suffix(".*") {
            Some(parent) => member.strip_prefix(parent).is_some_and(|rest| rest.starts_with('.')),
            None => self.member == member,
        }
    }
}

const EXAMPLE: &str = "example=";
