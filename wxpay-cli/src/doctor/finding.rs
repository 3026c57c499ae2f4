//! What was found: check by check, each that is not right with its remedy.

use std::io::{self, Write};

use serde_json::{Value, json};
use wxpay::text::escaped;

use crate::show;

/// All findings, in the order of the checks.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

struct Finding {
    check: &'static str,
    state: State,
    text: String,
    remedy: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Right,
    Warning,
    Wrong,
    /// It could not be looked at.
    Skipped,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            Self::Right => "ok",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
            Self::Skipped => "skipped",
        }
    }
}

impl Findings {
    pub(super) fn right(&mut self, check: &'static str, text: impl Into<String>) {
        self.0.push(Finding { check, state: State::Right, text: text.into(), remedy: None });
    }

    pub(super) fn warning(&mut self, check: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Finding { check, state: State::Warning, text: text.into(), remedy: Some(remedy.into()) });
    }

    pub(super) fn wrong(&mut self, check: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.0.push(Finding { check, state: State::Wrong, text: text.into(), remedy: Some(remedy.into()) });
    }

    pub(super) fn skipped(&mut self, check: &'static str, text: impl Into<String>) {
        self.0.push(Finding { check, state: State::Skipped, text: text.into(), remedy: None });
    }

    pub(super) fn any_wrong(&self) -> bool {
        self.0.iter().any(|finding| finding.state == State::Wrong)
    }

    pub(super) fn show(&self, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
        if as_json {
            let list: Value = self.0.iter().map(Finding::json).collect();
            return writeln!(out, "{}", show::pretty(&list)?);
        }
        let width = self.0.iter().map(|finding| finding.check.len()).max().unwrap_or(0);
        for Finding { check, state, text, remedy } in &self.0 {
            writeln!(out, "{:<7}  {check:<width$}  {}", state.as_str(), escaped(text))?;
            if let Some(remedy) = remedy {
                writeln!(out, "{:<7}  {:<width$}  -> {}", "", "", escaped(remedy))?;
            }
        }
        Ok(())
    }
}

impl Finding {
    fn json(&self) -> Value {
        json!({ "check": self.check, "state": self.state.as_str(), "text": self.text, "remedy": self.remedy })
    }
}
