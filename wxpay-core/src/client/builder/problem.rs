//! What is wrong with a configuration, all of it at once.

use std::fmt;

use crate::keys::KeyError;
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
    /// What to do about it, where that is more than to set it right.
    pub remedy: Option<String>,
    /// The environment variable that it came from, with [`Builder::from_env`](super::Builder::from_env).
    pub variable: Option<String>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        self.problems.iter().try_for_each(|problem| write!(f, "{}{problem}", std::mem::replace(&mut separator, "; ")))
    }
}

impl fmt::Display for ConfigProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { setting, problem, remedy, variable } = self;
        write!(f, "{}: {}", variable.as_deref().unwrap_or(setting), escaped(problem))?;
        remedy.iter().try_for_each(|remedy| write!(f, " ({})", escaped(remedy)))
    }
}

impl std::error::Error for ConfigError {}

/// The problems so far.
pub(super) struct Problems(pub(super) Vec<ConfigProblem>);

impl Problems {
    pub(super) fn note(&mut self, setting: &'static str, problem: impl Into<String>) {
        self.0.push(ConfigProblem { setting, problem: problem.into(), remedy: None, variable: None });
    }

    /// Notes the problem with a remedy.
    pub(super) fn remedied(&mut self, setting: &'static str, problem: impl fmt::Display, remedy: impl Into<String>) {
        let (problem, remedy) = (problem.to_string(), Some(remedy.into()));
        self.0.push(ConfigProblem { setting, problem, remedy, variable: None });
    }

    /// Notes what is wrong with a key in place of the key.
    pub(super) fn key<T>(&mut self, setting: &'static str, result: Result<T, KeyError>) -> Option<T> {
        result.map_err(|error| self.remedied(setting, &error, error.remedy())).ok()
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
