//! `wxpay endpoints`: the shipped endpoints.

use std::io::Write;

use clap::Args;
use serde_json::{Value, json};
use wxpay::payload::{DefaultValue, Field, Kind, Table, Together};
use wxpay::{Shipped, catalogue, products};

use crate::outcome::{Exit, Failure};
use crate::show;

/// Lists the shipped endpoints
///
/// With --json it is an array of objects with method, path, title, module, and the trees of request and response; `together` has
/// the rules about several members.
#[derive(Args)]
#[command(after_help = "Examples:
  wxpay endpoints 分账
  wxpay endpoints 'POST /v3/pay'
  wxpay endpoints --json refund")]
pub(crate) struct Arguments {
    /// Only endpoints with this text in method and path, title, module or product
    filter: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, json: bool, out: &mut dyn Write) -> Result<Exit, Failure> {
    let filter = arguments.filter.as_deref().unwrap_or_default().to_lowercase();
    let wanted: Vec<_> = catalogue().into_iter().filter(|shipped| is_wanted(shipped, &filter)).collect();
    if json {
        let list: Value = wanted.iter().map(tree).collect();
        writeln!(out, "{}", show::pretty(&list)?)?;
    } else {
        table(&wanted, out)?;
    }
    Ok(Exit::Done)
}

fn table(endpoints: &[Shipped], out: &mut dyn Write) -> std::io::Result<()> {
    let width = endpoints.iter().map(|shipped| shipped.operation.path.len()).max().unwrap_or(0);
    let mut module = "";
    for shipped in endpoints {
        if shipped.module != module {
            let separator = if module.is_empty() { "" } else { "\n" };
            module = shipped.module;
            writeln!(out, "{separator}{module} ({})", product(module))?;
        }
        let operation = shipped.operation;
        writeln!(out, "  {:<6} {:<width$}  {}", operation.method, operation.path, operation.title)?;
    }
    Ok(())
}

fn is_wanted(shipped: &Shipped, filter: &str) -> bool {
    let operation = shipped.operation;
    let line = format!("{} {}", operation.method, operation.path);
    [&*line, operation.title, shipped.module, product(shipped.module)]
        .iter()
        .any(|text| text.to_lowercase().contains(filter))
}

/// Official name of the product.
fn product(module: &str) -> &'static str {
    products().iter().find(|product| product.module == module).map_or("", |product| product.name)
}

fn tree(shipped: &Shipped) -> Value {
    let response = match shipped.response {
        Kind::Object(table) => table().fields,
        _ => &[],
    };
    json!({
        "method": shipped.operation.method.as_str(),
        "path": shipped.operation.path,
        "title": shipped.operation.title,
        "module": shipped.module,
        "request": members(shipped.request.fields),
        "together": together(shipped.request),
        "file": shipped.operation.file,
        "response": members(response),
    })
}

fn members(fields: &[Field]) -> Value {
    fields
        .iter()
        .map(|field| {
            json!({
                "name": field.name,
                "place": field.place.as_str(),
                "type": type_of(field.kind),
                "format": field.kind.element().format(),
                "required": field.required,
                "secret": field.secret(),
                "default": field.default.map(default),
                "fields": members(field.members()),
                "together": match field.kind.element() {
                    Kind::Object(table) => together(table()),
                    _ => json!([]),
                },
            })
        })
        .collect()
}

/// The rules about several members: each has its word and the names of its members.
fn together(table: &Table) -> Value {
    let rule = |rule: &Together| json!({ "rule": rule.as_str(), "members": rule.names(table) });
    table.together.iter().map(rule).collect()
}

fn default(value: DefaultValue) -> Value {
    match value {
        DefaultValue::Integer(value) => value.into(),
        DefaultValue::Boolean(value) => value.into(),
        value => value.to_string().into(),
    }
}

/// The JSON type; for an array with the type of its elements.
fn type_of(kind: Kind) -> String {
    match kind {
        Kind::List(element) => format!("array<{}>", type_of(*element)),
        kind => kind.as_str().to_owned(),
    }
}
