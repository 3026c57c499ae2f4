//! The catalogue, endpoint by endpoint: compared with the facts, which `facts/FACTS.md` explains, and tested rule by rule.
//!
//! `WXPAY_FAMILY` limits the tests to one family.

wxpay_tests::searched!();

mod callers;
mod calls;
mod compare;
mod distilled;
mod echoes;
mod examples;
mod exceptions;
mod fitting;
mod heads;
mod known_rules;
mod made_up;
mod number_rules;
mod numbers;
mod pages;
mod paths;
mod patterns;
mod peers;
mod products;
mod rules;
mod smallest;

use std::collections::{BTreeMap, BTreeSet};
use std::{env, iter};

use wxpay::{Shipped, catalogue};
use wxpay_tests::facts::{Operation, operations};
use wxpay_tests::report;

use crate::compare::differences;
use crate::exceptions::{Difference, Exceptions};

/// Endpoints that the facts do not describe.
const BEYOND: &[&str] = &[
    "POST /v3/marketing/favor/stocks/{stock_id}/stop",
    // The facts do not have brands' endpoints.
    "POST /brand/marketing/product-coupon/media/upload-image",
];

#[test]
fn what_is_declared_is_what_the_facts_have() {
    let (cases, exceptions) = cases();
    let wrong: Vec<_> = cases
        .iter()
        .flat_map(|case| case.differences.iter().map(|difference| (&case.facts.family, difference)))
        .filter(|(family, difference)| !exceptions.allow(family, difference))
        .map(|(_, difference)| difference.to_string())
        .collect();
    // An exception for an example is used when the example is made.
    for case in &cases {
        case.make_examples(&exceptions);
    }
    let unused = exceptions.unused(is_wanted);
    let members: usize = cases.iter().map(|case| case.facts.members()).sum();
    let (endpoints, excepted) = (cases.len(), exceptions.len());
    report(&format!(
        "catalogue: {endpoints} endpoints and {members} members compared with the facts, {excepted} excepted"
    ));
    assert!(wrong.is_empty() && unused.is_empty(), "{}\n{}", wrong.join("\n"), unused.join("\n"));
}

#[test]
fn nothing_of_a_complete_family_is_missing() {
    let facts = operations();
    let shipped: BTreeSet<_> = catalogue().iter().map(name).collect();
    let (mut missing, mut of) = (BTreeMap::<_, Vec<_>>::new(), 0);
    let wanted = |operation: &&Operation| operation.first_tier && is_wanted(&operation.family);
    for operation in facts.iter().filter(wanted) {
        of += 1;
        if !shipped.contains(&operation.endpoint) {
            missing.entry(operation.family.as_str()).or_default().push(operation.endpoint.as_str());
        }
    }
    let lacking: usize = missing.values().map(Vec::len).sum();
    report(&format!("catalogue: {} of {of} endpoints of the first tier are shipped", of - lacking));
    for (family, endpoints) in &missing {
        report(&format!("catalogue: {family} lacks {}: {}", endpoints.len(), endpoints.join(", ")));
    }
    let exceptions = Exceptions::read();
    let complete: Vec<_> = missing.keys().filter(|family| exceptions.is_complete(family)).collect();
    assert!(complete.is_empty(), "complete families that lack endpoints: {complete:?}");
}

#[test]
fn every_shipped_endpoint_is_in_the_facts_once() {
    let facts = operations();
    let first_tier = facts.iter().filter(|operation| operation.first_tier).count();
    assert_eq!((facts.len(), first_tier), (992, 266), "operations, and those of the first tier");
    let known: BTreeSet<_> = facts.iter().map(|operation| operation.endpoint.as_str()).collect();
    let mut seen = BTreeSet::new();
    for endpoint in catalogue().iter().map(name) {
        let expected = known.contains(endpoint.as_str()) || BEYOND.contains(&endpoint.as_str());
        assert!(expected, "{endpoint}: neither in the facts nor in `BEYOND`");
        assert!(seen.insert(endpoint.clone()), "{endpoint}: twice in the catalogue");
    }
}

/// A shipped endpoint with its facts.
struct Case {
    shipped: Shipped,
    facts: Operation,
    differences: Vec<Difference>,
}

impl Case {
    /// The members that are not declared.
    fn left_out(&self, part: &str) -> Vec<&str> {
        let missing = self.differences.iter().filter(|found| found.part == part && found.kind == "missing");
        missing.map(|found| found.member.as_str()).collect()
    }

    fn excepted(&self, part: &str, member: &str, kind: &str) -> bool {
        self.differences.iter().any(|found| (found.part, &*found.member, found.kind) == (part, member, kind))
    }

    fn make_examples(&self, exceptions: &Exceptions) {
        let (family, endpoint) = (&*self.facts.family, &*self.facts.endpoint);
        let about = |part| examples::About { exceptions, family, endpoint, part };
        examples::object(about("request"), "", &self.facts.request, self.shipped.request.fields);
        examples::object(about("response"), "", self.facts.response.as_deref().unwrap_or_default(), &[]);
    }
}

/// The shipped endpoints that the facts have, and the exceptions.
fn cases() -> (Vec<Case>, Exceptions) {
    let mut facts: BTreeMap<_, _> = operations().into_iter().map(|facts| (facts.endpoint.clone(), facts)).collect();
    let wanted = catalogue().into_iter().filter_map(|shipped| Some((shipped, facts.remove(&name(&shipped))?)));
    let cases = wanted.filter(|(_, facts)| is_wanted(&facts.family)).map(|(shipped, facts)| {
        let differences = differences(&shipped, &facts);
        Case { shipped, facts, differences }
    });
    (cases.collect(), Exceptions::read())
}

/// Method and path.
fn name(shipped: &Shipped) -> String {
    format!("{} {}", shipped.operation.method, shipped.operation.path)
}

/// The lines that only one of two texts has: `-` for the first; `+` for the second, with the place.
fn difference(found: &str, expected: &str) -> String {
    let (has, wants): (BTreeSet<_>, BTreeSet<_>) = (found.lines().collect(), expected.lines().collect());
    let gone = found.lines().filter(|line| !wants.contains(line)).map(|line| format!("- {line}\n"));
    let places = iter::once("the head of the list").chain(expected.lines());
    let new = expected.lines().zip(places).filter(|(line, _)| !has.contains(line));
    gone.chain(new.map(|(line, place)| format!("+ {line}\n  behind {place}\n"))).collect()
}

fn is_wanted(family: &str) -> bool {
    wanted_family().is_none_or(|wanted| wanted == family)
}

/// The only family to test, if one is named.
fn wanted_family() -> Option<String> {
    env::var("WXPAY_FAMILY").ok().filter(|family| !family.is_empty())
}
