//! Prints a diagnosis, for people and for machines.

use std::io::{self, Write};

use serde_json::json;
use wxpay::finding::State;
use wxpay::server::explain::{Diagnosis, payment};
use wxpay::text::escaped;

use crate::show::pretty;

pub(super) fn diagnosis(diagnosis: &Diagnosis, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    let Diagnosis { signer, holds, causes, received, signed, .. } = diagnosis;
    let text = |message: &[u8]| String::from_utf8_lossy(message).into_owned();
    if as_json {
        let causes: Vec<_> = causes
            .iter()
            .map(|cause| json!({ "name": cause.name(), "text": cause.to_string(), "remedy": cause.remedy(*signer) }))
            .collect();
        let object = json!({
            "right": diagnosis.is_right(),
            "holds": holds,
            "causes": causes,
            "received": text(received),
            "signed": signed.as_deref().map(text),
        });
        return writeln!(out, "{}", pretty(&object)?);
    }
    writeln!(out, "{}", if *holds { "The signature holds." } else { "The signature does not hold." })?;
    for cause in causes {
        writeln!(out, "\n{cause}\n  -> {}", cause.remedy(*signer))?;
    }
    if !received.is_empty() && !diagnosis.is_right() {
        writeln!(out, "\nThe signing string of what arrived ({} bytes):", received.len())?;
        string(&text(received), out)?;
    }
    if let Some(signed) = signed {
        writeln!(out, "\nThe one that was signed ({} bytes):", signed.len())?;
        string(&text(signed), out)?;
    }
    Ok(())
}

pub(super) fn payment(diagnosis: &payment::Diagnosis, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    let payment::Diagnosis { front_end, holds, causes, expected, signed, .. } = diagnosis;
    let text = |message: &[u8]| String::from_utf8_lossy(message).into_owned();
    if as_json {
        let causes: Vec<_> = causes
            .iter()
            .map(|cause| {
                json!({
                    "name": cause.name(),
                    "state": cause.state().as_str(),
                    "text": cause.to_string(),
                    "remedy": cause.remedy(),
                })
            })
            .collect();
        let object = json!({
            "right": diagnosis.is_right(),
            "holds": holds,
            "front_end": super::payment::name(*front_end),
            "causes": causes,
            "expected": text(expected),
            "signed": signed.as_deref().map(text),
        });
        return writeln!(out, "{}", pretty(&object)?);
    }
    writeln!(out, "The parameters are for {}.", front_end.call())?;
    writeln!(out, "{}", if *holds { "The signature holds." } else { "The signature does not hold." })?;
    for cause in causes {
        let warning = if cause.state() == State::Warning { "warning: " } else { "" };
        writeln!(out, "\n{warning}{cause}\n  -> {}", cause.remedy())?;
    }
    if !expected.is_empty() && !diagnosis.is_right() {
        writeln!(out, "\nThe signing string that should be signed ({} bytes):", expected.len())?;
        string(&text(expected), out)?;
    }
    if let Some(signed) = signed {
        writeln!(out, "\nThe one that was signed ({} bytes):", signed.len())?;
        string(&text(signed), out)?;
    }
    Ok(())
}

/// Prints a string line by line. Invisible characters are written as in a program.
fn string(message: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in message.split_inclusive('\n') {
        let (line, end) = line.strip_suffix('\n').map_or((line, ""), |line| (line, "\\n"));
        let line = line.replace('\r', "\\r").replace('\t', "\\t");
        writeln!(out, "  {}{end}", escaped(line))?;
    }
    Ok(())
}
