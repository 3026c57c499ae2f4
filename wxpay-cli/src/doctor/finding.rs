//! The findings of all checks, each with its remedy.

use std::io::{self, Write};

use serde_json::{Value, json};
use wxpay::finding::{Finding, State};
use wxpay::text::escaped;

use crate::outcome::Exit;
use crate::show;

/// All findings, in the order of the checks.
#[derive(Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    pub(super) fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds the findings of online checks. The clock comes first, because many other checks depend on it.
    pub(super) fn extend(&mut self, found: Vec<Finding>) {
        let (clock, rest): (Vec<_>, Vec<_>) = found.into_iter().partition(|finding| finding.check == "clock");
        self.0.splice(0..0, clock);
        self.0.extend(rest);
    }

    /// The exit code of the worst finding.
    pub(super) fn exit(&self) -> Exit {
        let any = |state| self.0.iter().any(|finding| finding.state == state);
        match () {
            () if any(State::Wrong) => Exit::Wrong,
            () if any(State::Unproven) => Exit::Unproven,
            () => Exit::Done,
        }
    }

    pub(super) fn show(&self, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
        if as_json {
            let list: Value = self.0.iter().map(json).collect();
            return writeln!(out, "{}", show::pretty(&list)?);
        }
        let width = self.0.iter().map(|finding| finding.check.len()).max().unwrap_or(0);
        for Finding { check, state, text, remedy, .. } in &self.0 {
            writeln!(out, "{:<8}  {check:<width$}  {}", state.as_str(), escaped(text))?;
            if let Some(remedy) = remedy {
                writeln!(out, "{:<8}  {:<width$}  -> {}", "", "", escaped(remedy))?;
            }
        }
        Ok(())
    }
}

fn json(Finding { check, state, text, remedy, .. }: &Finding) -> Value {
    json!({ "check": check, "state": state.as_str(), "text": text, "remedy": remedy })
}
