//! Findings about a configuration: each check with how it came out, and a remedy that works when it is typed.

use std::fmt;

use crate::text::escaped;

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The check, such as `merchant certificate`.
    pub check: &'static str,
    /// How it came out.
    pub state: State,
    /// The finding in words. It names files and numbers, never a key.
    pub text: String,
    /// What to do about it; there whenever the state is [`State::Warning`] or [`State::Wrong`].
    pub remedy: Option<String>,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// It is right.
    Right,
    /// It works, and somebody should look at it.
    Warning,
    /// It does not work.
    Wrong,
    /// It could not be looked at.
    Skipped,
    /// What could be done was done, and it is not proven yet.
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
    /// It is right.
    #[must_use]
    pub fn right(check: &'static str, text: impl Into<String>) -> Self {
        Self { check, state: State::Right, text: text.into(), remedy: None }
    }

    /// It works, and somebody should look at it.
    #[must_use]
    pub fn warning(check: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, state: State::Warning, text: text.into(), remedy: Some(remedy.into()) }
    }

    /// It does not work.
    #[must_use]
    pub fn wrong(check: &'static str, text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, state: State::Wrong, text: text.into(), remedy: Some(remedy.into()) }
    }

    /// It could not be looked at.
    #[must_use]
    pub fn skipped(check: &'static str, text: impl Into<String>) -> Self {
        Self { check, state: State::Skipped, text: text.into(), remedy: None }
    }

    /// What could be done was done, and it is not proven yet.
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
