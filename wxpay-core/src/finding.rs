//! Findings about a configuration: each check with its result, and a remedy that can be typed as it is.

use std::fmt;

use crate::text::escaped;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The check, such as `merchant certificate`.
    pub check: &'static str,
    /// The result of the check.
    pub state: State,
    /// The finding in words. It names files and numbers, never a key.
    pub text: String,
    /// The remedy. It is there if the state is [`State::Warning`] or [`State::Wrong`].
    pub remedy: Option<String>,
}

/// The result of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// The check found nothing wrong.
    Right,
    /// The check found something that works, but that somebody should look at.
    Warning,
    /// The check found something that does not work.
    Wrong,
    /// The check could not be made.
    Skipped,
    /// Everything possible was done, but there is no proof yet.
    Unproven,
}

impl State {
    /// `ok`, `warning`, `wrong`, `skipped` or `unproven`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Right => "ok",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
            Self::Skipped => "skipped",
            Self::Unproven => "unproven",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Finding {
    /// Reports that something is right.
    #[must_use]
    pub fn right(check: &'static str, text: impl Into<String>) -> Self {
        Self { check, state: State::Right, text: text.into(), remedy: None }
    }

    /// Reports that something works, but that somebody should look at it.
    #[must_use]
    pub fn warning(check: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, state: State::Warning, text: text.into(), remedy: Some(remedy.into()) }
    }

    /// Reports that something does not work.
    #[must_use]
    pub fn wrong(check: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, state: State::Wrong, text: text.into(), remedy: Some(remedy.into()) }
    }

    /// Reports that something could not be checked.
    #[must_use]
    pub fn skipped(check: &'static str, text: impl Into<String>) -> Self {
        Self { check, state: State::Skipped, text: text.into(), remedy: None }
    }

    /// Reports that everything possible was done, but that there is no proof yet.
    #[must_use]
    pub fn unproven(check: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, state: State::Unproven, text: text.into(), remedy: Some(remedy.into()) }
    }
}

/// `merchant number: 1900000001 is wrong; remedy`, on one line.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.check, escaped(&self.text))?;
        self.remedy.iter().try_for_each(|remedy| write!(f, "; {}", escaped(remedy)))
    }
}
