//! The error of a configuration, with all of its problems.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;

use super::ConfigFault;
use crate::text::escaped;

/// The client cannot be built: everything that is missing or contradictory.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigError {
    /// The problems, at least one.
    pub problems: Vec<ConfigProblem>,
}

/// A setting that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigProblem {
    /// The builder's method that sets it.
    pub setting: &'static str,
    /// The fault of the setting.
    pub fault: ConfigFault,
    /// The variable that it comes from, or would come from, with [`Builder::from_env`](super::Builder::from_env).
    pub variable: Option<String>,
}

impl ConfigProblem {
    /// Returns what to do, if that is more than to correct the setting.
    #[must_use]
    pub fn remedy(&self) -> Option<Cow<'static, str>> {
        self.fault.remedy()
    }
}

/// Shows one problem as it is, and several with numbers, since they may be whole sentences: `(1) mchid: missing; (2) ..`.
impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let [problem] = self.problems.as_slice() {
            return write!(f, "{problem}");
        }
        self.problems.iter().enumerate().try_for_each(|(index, problem)| {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}({}) {problem}", index + 1)
        })
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { setting, fault, variable } = self;
        write!(f, "{}: {}", variable.as_deref().unwrap_or(setting), escaped(fault))?;
        self.remedy().iter().try_for_each(|remedy| write!(f, " ({})", escaped(remedy)))
    }
}

/// The source is the first problem; the others are in [`ConfigError::problems`].
impl StdError for ConfigError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.problems.first().map(|problem| problem as _)
    }
}

impl StdError for ConfigProblem {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.fault)
    }
}
