//! Compares what our answers require with every source that has the operation. A member that a source calls optional, or lacks
//! although it has the object, has to be optional, unless `required.txt` gives a reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

use wxpay::payload::{Field, Kind};
use wxpay::{Shipped, catalogue};
use wxpay_tests::facts::{Said, Source, Sources, having, operations, undescribed, without_names};
use wxpay_tests::report;

use crate::compare::join;
use crate::{is_wanted, name};

#[test]
fn what_a_source_leaves_out_no_answer_requires() {
    let peers = Peers::read();
    let endpoints: Vec<_> = catalogue().into_iter().filter(|shipped| is_wanted(shipped.module)).collect();
    let required: usize = endpoints.iter().map(|shipped| count(members(shipped))).sum();
    let disputed: Vec<_> = endpoints.iter().flat_map(|shipped| peers.disputed(shipped)).collect();
    let exceptions = exceptions();
    report(&format!("catalogue: {required} required members of answers, {} disputed", disputed.len()));
    let wrong: Vec<_> = disputed.iter().filter(|disputed| !exceptions.contains(&disputed.key())).collect();
    let wrong: Vec<_> = wrong.iter().map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "required, but optional or missing in a source:\n{}", wrong.join("\n"));
    let used: BTreeSet<_> = disputed.iter().map(Disputed::key).collect();
    let whole = is_wanted("no family has this name");
    let unused: Vec<_> = exceptions.difference(&used).filter(|_| whole).collect();
    assert!(unused.is_empty(), "unused exceptions: {unused:?}");
}

#[test]
fn a_source_disputes_what_it_calls_optional_or_lacks_and_nothing_else() {
    let said = |name: &str, by: &[(Source, bool)], members| Said { name: name.to_owned(), by: by.to_vec(), members };
    let inner = said("c", &[(Source::Site, true)], Vec::new());
    let answer = [
        said("a", &[(Source::Java, false), (Source::Site, true)], Vec::new()),
        said("b", &[(Source::Java, false), (Source::Site, false)], Vec::new()),
        said("d", &[(Source::Site, true)], Vec::new()),
        said("o", &[(Source::Java, false), (Source::Site, true)], vec![inner]),
    ];
    assert_eq!(dispute(&answer, "a"), None, "the Java SDK marks nothing as required");
    assert_eq!(dispute(&answer, "b").as_deref(), Some("site: optional"));
    assert_eq!(dispute(&answer, "d").as_deref(), Some("java: lacks it"));
    assert_eq!(dispute(&answer, "e").as_deref(), Some("java: lacks it, site: lacks it"));
    assert_eq!(dispute(within(&answer, "o"), "c"), None, "an object without its members says nothing of them");
}

/// The operations according to the sources, by request line without the names of its holes.
struct Peers(BTreeMap<String, Sources>);

/// A member that our answer requires, and a source does not.
struct Disputed {
    endpoint: String,
    member: String,
    said: String,
}

impl Peers {
    fn read() -> Self {
        let described = operations().into_iter().filter_map(|one| Some((one.endpoint, one.sources?)));
        let undescribed = undescribed().into_iter().map(|one| (one.endpoint, one.sources));
        let named = described.chain(undescribed).map(|(endpoint, sources)| (without_names(&endpoint), sources));
        let peers = Self(named.collect());
        assert_eq!(peers.0.len(), 1057, "operations of the sources");
        peers
    }

    fn disputed(&self, shipped: &Shipped) -> Vec<Disputed> {
        let endpoint = name(shipped);
        let mut disputed = Vec::new();
        if let Some(sources) = self.0.get(&without_names(&endpoint)) {
            walk("", &sources.members, members(shipped), &mut |member, said| {
                disputed.push(Disputed { endpoint: endpoint.clone(), member, said });
            });
        }
        disputed
    }
}

fn walk(at: &str, answer: &[Said], fields: &[Field], found: &mut impl FnMut(String, String)) {
    for field in fields {
        let path = join(at, field.name);
        if let Some(said) = dispute(answer, field.name).filter(|_| field.required) {
            found(path.clone(), said);
        }
        walk(&path, within(answer, field.name), field.members(), found);
    }
}

/// The sources in which the member is optional or missing. A source without an object's members does not say that it has none.
fn dispute(answer: &[Said], member: &str) -> Option<String> {
    let said = answer.iter().find(|said| said.name == member);
    let said = having(answer).into_iter().filter_map(|source| {
        let name = source.name();
        match said.and_then(|said| said.required_by(source)) {
            None => Some(format!("{name}: lacks it")),
            Some(false) if source.marks_required() => Some(format!("{name}: optional")),
            Some(_) => None,
        }
    });
    let said: Vec<_> = said.collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// The members of a member.
fn within<'a>(answer: &'a [Said], member: &str) -> &'a [Said] {
    answer.iter().find(|said| said.name == member).map_or(&[], |said| &said.members)
}

impl Disputed {
    fn key(&self) -> (String, String) {
        (self.endpoint.clone(), self.member.clone())
    }
}

impl fmt::Display for Disputed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {} | {}", self.endpoint, self.member, self.said)
    }
}

/// Reads the reviewed exceptions, `ENDPOINT | MEMBERS | the reason` with commas between members, as endpoint and member.
fn exceptions() -> BTreeSet<(String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogue/required.txt");
    let text = std::fs::read_to_string(&file).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let exceptions = lines.flat_map(|line| {
        let parts: Vec<_> = line.splitn(3, " | ").collect();
        let [endpoint, members, reason] = parts[..] else { panic!("{line}: expected endpoint | members | reason") };
        assert!(!reason.trim().is_empty(), "{line}: an exception has a reason");
        members.split(',').map(move |member| (endpoint.to_owned(), member.trim().to_owned()))
    });
    exceptions.collect()
}

fn members(shipped: &Shipped) -> &'static [Field] {
    match shipped.response {
        Kind::Object(table) => table().fields,
        _ => &[],
    }
}

fn count(fields: &[Field]) -> usize {
    fields.iter().map(|field| usize::from(field.required) + count(field.members())).sum()
}
