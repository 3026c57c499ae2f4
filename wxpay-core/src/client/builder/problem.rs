//! What is wrong with a configuration, all of it at once.

use std::fmt;

use crate::text::escaped;

/// A client that cannot be built: everything that is missing or contradictory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// At least one.
    pub problems: Vec<ConfigProblem>,
}

/// One setting that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ConfigProblem {
    /// The builder's method that sets it.
    pub setting: &'static str,
    /// What is wrong, and what would be right.
    pub problem: String,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        self.problems.iter().try_for_each(|ConfigProblem { setting, problem }| {
            write!(f, "{}{setting}: {}", std::mem::replace(&mut separator, "; "), escaped(problem))
        })
    }
}

impl std::error::Error for ConfigError {}

/// The problems so far.
pub(super) struct Problems(pub(super) Vec<ConfigProblem>);

impl Problems {
    pub(super) fn note(&mut self, setting: &'static str, problem: impl Into<String>) {
        self.0.push(ConfigProblem { setting, problem: problem.into() });
    }

    /// Notes the problem in place of the value that it prevents.
    pub(super) fn none<T>(&mut self, setting: &'static str, problem: impl Into<String>) -> Option<T> {
        self.note(setting, problem);
        None
    }

    pub(super) fn ok<T, E: fmt::Display>(&mut self, setting: &'static str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.note(setting, error.to_string())).ok()
    }
}
