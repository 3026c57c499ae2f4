//! The members of an answer by source: which sources have a member, and which of them require it.

use std::collections::BTreeSet;

use super::outline::{Line, unword, word};

/// The members of an answer, or of an object in it, each with the sources that have it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// The sources that have the operation, even without its answer.
    pub known_to: BTreeSet<Source>,
    /// The members.
    pub members: Vec<Said>,
}

/// A member according to the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The name on the wire.
    pub name: String,
    /// The sources that have it, each with `true` if it requires the member.
    pub by: Vec<(Source, bool)>,
    /// The members of an object, or of the objects in a list.
    pub members: Vec<Said>,
}

/// A project or a page that describes endpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The official SDK for Go.
    Go,
    /// The official SDK for Java.
    Java,
    /// A transcription of the official pages.
    Site,
    /// The newest official samples.
    Samples,
    /// An unofficial SDK for .NET.
    Net,
}

impl Source {
    /// The sources by name, with the letter that stands for each in the files.
    pub const ALL: [(Self, &'static str, char); 5] = [
        (Self::Go, "go", 'g'),
        (Self::Java, "java", 'j'),
        (Self::Site, "site", 's'),
        (Self::Samples, "skills", 'e'),
        (Self::Net, "skit", 'n'),
    ];

    /// The name of the source.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(source, ..)| *source == self).map_or("", |(_, name, _)| name)
    }

    /// Returns true if the source says of every member whether it is required.
    #[must_use]
    pub fn marks_required(self) -> bool {
        matches!(self, Self::Go | Self::Site | Self::Net)
    }

    fn letter(self) -> char {
        Self::ALL.iter().find(|(source, ..)| *source == self).map_or('?', |(.., letter)| *letter)
    }

    fn of_letter(letter: char) -> Self {
        let found = Self::ALL.iter().find(|(.., one)| *one == letter.to_ascii_lowercase());
        found.map_or_else(|| panic!("unknown source `{letter}`"), |(source, ..)| *source)
    }
}

/// The sources that have at least one of the members.
#[must_use]
pub fn having(members: &[Said]) -> BTreeSet<Source> {
    members.iter().flat_map(|said| said.by.iter().map(|(source, _)| *source)).collect()
}

impl Sources {
    pub(super) fn to_line(&self) -> Line {
        let letters: String = self.known_to.iter().map(|source| source.letter()).collect();
        Line::new(format!("sources {letters}"), self.members.iter().map(Said::to_line).collect())
    }

    pub(super) fn of_line(line: &Line) -> Self {
        let ("sources", letters) = line.word() else { panic!("expected `sources`, found `{}`", line.text) };
        Self {
            known_to: letters.chars().map(Source::of_letter).collect(),
            members: line.beneath.iter().map(Said::of_line).collect(),
        }
    }
}

impl Said {
    /// Returns true if `source` requires the member; `None` if it does not have the member.
    #[must_use]
    pub fn required_by(&self, source: Source) -> Option<bool> {
        self.by.iter().find(|(one, _)| *one == source).map(|(_, required)| *required)
    }

    fn to_line(&self) -> Line {
        let letter = |(source, required): &(Source, bool)| match required {
            true => source.letter().to_ascii_uppercase(),
            false => source.letter(),
        };
        let letters: String = self.by.iter().map(letter).collect();
        Line::new(format!("{} {letters}", word(&self.name)), self.members.iter().map(Self::to_line).collect())
    }

    fn of_line(line: &Line) -> Self {
        let (name, letters) = line.word();
        Self {
            name: unword(name),
            by: letters.chars().map(|letter| (Source::of_letter(letter), letter.is_ascii_uppercase())).collect(),
            members: line.beneath.iter().map(Self::of_line).collect(),
        }
    }
}
