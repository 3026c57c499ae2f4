//! Where a declaration differs from the facts, and why: one line each in `exceptions/FAMILY.txt`.
//!
//! ```text
//! ENDPOINT | request or response | MEMBER | KIND | the reason
//! ```
//!
//! An endpoint is method and path, or `*` for every one of the family; a member is a dotted path, `payer.*` is everything
//! beneath `payer`, and several of one reason are separated by commas. A line `complete` says that nothing of the family is
//! missing: from then on that is a failure. The kind is that of a [`Difference`], or `example=TEXT`: what to use instead of the facts'
//! example.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

/// Something that a declaration has otherwise than the facts.
#[derive(Debug)]
pub(crate) struct Difference {
    pub(crate) endpoint: String,
    pub(crate) part: &'static str,
    pub(crate) member: String,
    /// `missing`, `added`, `place`, `type`, `required`, `secret`, `time`, `values`, `len`, `range`, `items`,
    /// `pattern`, `status`, `family` or `unknown`.
    pub(crate) kind: &'static str,
    /// What each side says.
    pub(crate) detail: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { endpoint, part, member, kind, detail } = self;
        write!(f, "{endpoint} | {part} | {member} | {kind} | {detail}")
    }
}

/// A member of a line of a list.
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

/// The reviewed exceptions, and the families that are complete.
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

    /// How many members have an exception.
    pub(crate) fn len(&self) -> usize {
        self.exceptions.len()
    }

    /// Whether nothing of the family may be missing.
    pub(crate) fn is_complete(&self, family: &str) -> bool {
        self.complete.contains(family)
    }

    /// Whether the difference is excepted.
    pub(crate) fn allow(&self, family: &str, difference: &Difference) -> bool {
        let Difference { endpoint, part, member, kind, .. } = difference;
        self.find(family, endpoint, part, member, |written| written == *kind).is_some()
    }

    /// What is to be used instead of the facts' example.
    pub(crate) fn example(&self, family: &str, endpoint: &str, part: &str, member: &str) -> Option<&str> {
        let found = self.find(family, endpoint, part, member, |written| written.starts_with(EXAMPLE))?;
        found.kind.strip_prefix(EXAMPLE)
    }

    /// The lines that nothing needed.
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
        // Every line that fits is one that is needed.
        self.exceptions.iter().filter(fits).inspect(|exception| exception.used.set(true)).last()
    }
}

impl Exception {
    /// One for each member of the line.
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
