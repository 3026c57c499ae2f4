//! The products of this crate and the events that WeChat Pay reports about them: `products.txt` lists the event types, and
//! `exceptions.txt` has every difference from the facts, with its reason.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use wxpay::notify::{self, Event};
use wxpay::payload::derive::Structure;
use wxpay::payload::{Kind, Table};
use wxpay_tests::facts::{self, Class, Member, Said, Source, having};
use wxpay_tests::report;

use crate::resources::samples::samples;
use crate::resources::{read, written};

/// A line of `products.txt`.
struct Line {
    modules: Vec<&'static str>,
    events: Vec<&'static str>,
    variants: Vec<&'static str>,
}

fn lines() -> Vec<Line> {
    let list = |text: &'static str| text.split(',').map(str::trim).filter(|word| *word != "-").collect();
    let line = |line: &'static str| match line.split(" | ").collect::<Vec<_>>()[..] {
        [modules, "-", _reason] => Line { modules: list(modules), events: Vec::new(), variants: Vec::new() },
        [modules, events, variants] => Line { modules: list(modules), events: list(events), variants: list(variants) },
        _ => panic!("products.txt: expected modules | event types | variants, found `{line}`"),
    };
    let text = include_str!("products.txt");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(line).collect()
}

/// The variant's table, and the query with the same answer.
fn declared(variant: &str) -> (&'static Table, Option<&'static str>) {
    macro_rules! tables {
        ($($variant:literal $type:ident $($query:literal)?;)*) => {
            match variant {
                $($variant => (<notify::$type as Structure>::TABLE, [None, $(Some($query))?].last().copied().flatten()),)*
                other => panic!("products.txt: there is no variant `{other}`"),
            }
        };
    }
    tables! {
        "Payment" Payment "GET /v3/pay/transactions/out-trade-no/{}";
        "PartnerPayment" PartnerPayment "GET /v3/pay/partner/transactions/out-trade-no/{}";
        "CombinedPayment" CombinedPayment "GET /v3/combine-transactions/out-trade-no/{}";
        "Refund" Refund "GET /v3/refund/domestic/refunds/{}";
        "ProfitSharing" Sharing "GET /v3/profitsharing/orders/{}";
        "ProfitSharingReturn" Sharing;
        "ProfitSharingOrReturn" Sharing;
        "TransferBill" TransferBill "GET /v3/fund-app/mch-transfer/transfer-bills/out-bill-no/{}";
        "TransferAuthorization" Authorization
            "GET /v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/{}";
        "TransferBatch" TransferBatch;
        "RepaymentContract" RepaymentContract "GET /v3/credit-repayment/partner/contracts/{}";
        "Repayment" Repayment "GET /v3/credit-repayment/partner/deduct-orders/{}";
        "PapayContract" PapayContract "GET /v3/papay/sign/contracts/plan-id/{}/out-contract-code/{}";
        "PapayEndingInquiry" PapayEndingInquiry;
        "PapayRetention" PapayRetention;
        "DebitFailed" Payment;
        "PartnerDebitFailed" PartnerPayment;
        "CrossBorderContractSigned" CrossBorderContract;
        "CrossBorderContractTerminated" CrossBorderContract;
        "EcommerceContractSigned" EcommerceContract;
        "EcommerceContractTerminated" EcommerceContract;
        "EducationContract" EducationContract;
        "ParkingPayment" ParkingPayment "GET /v3/vehicle/transactions/out-trade-no/{}";
        "ParkingStateChange" ParkingStateChange;
        "ServiceOrder" ServiceOrder "GET /v3/payscore/serviceorder";
        "PayScorePermission" PayScorePermission "GET /v3/payscore/permissions/openid/{}";
        "SignPlan" SignPlan;
        "PayScoreServiceAccount" ServiceAccountApplication
            "GET /v3/payscore/partner/service-account-applications/{}";
        "Complaint" Complaint;
        "FavorCoupon" FavorCoupon "GET /v3/marketing/favor/users/{}/coupons/{}";
        "BusifavorCoupon" BusifavorCoupon "GET /v3/marketing/busifavor/users/{}/coupons/{}/appids/{}";
        "FapiaoApplied" Fapiao;
        "Fapiao" Fapiao;
        "SecurityEcho" SecurityEcho;
    }
}

#[test]
fn every_product_is_listed() {
    let listed: BTreeSet<_> = lines().into_iter().flat_map(|line| line.modules).collect();
    let shipped: BTreeSet<_> = wxpay::catalogue().iter().map(|shipped| shipped.module).collect();
    let (missing, gone): (Vec<_>, Vec<_>) =
        (shipped.difference(&listed).collect(), listed.difference(&shipped).collect());
    assert!(
        missing.is_empty(),
        "tests/tests/notifications/resources/products.txt lacks {missing:?}: add the event types that report about them"
    );
    assert!(
        gone.is_empty(),
        "tests/tests/notifications/resources/products.txt has {gone:?}, which the catalogue lacks"
    );
}

#[test]
fn every_listed_event_is_read_as_its_variant_and_no_other_is() {
    let samples = samples();
    let mut used = BTreeSet::new();
    for Line { events, variants, .. } in lines() {
        for variant in variants {
            let (.., sample) = samples.iter().find(|(_, name, _)| *name == variant).expect(variant);
            for event_type in &events {
                assert_eq!(written(&read(event_type, sample)).0, variant, "{event_type}");
            }
            used.insert(variant);
        }
    }
    let unlisted: Vec<_> = samples.iter().map(|(_, variant, _)| *variant).filter(|name| !used.contains(name)).collect();
    assert!(unlisted.is_empty(), "tests/tests/notifications/resources/products.txt does not have {unlisted:?}");
}

#[test]
fn every_event_differs_from_the_data_by_its_exceptions_alone() {
    // An event without listed members says nothing about them.
    let resources: BTreeMap<_, _> = facts::events().into_iter().filter(|(_, members)| !members.is_empty()).collect();
    let answers = Answers::read();
    let exceptions = Exceptions::read();
    let (mut found, mut members) = (Vec::new(), 0);

    let mut variants_of = BTreeMap::<_, Vec<_>>::new();
    for line in lines() {
        for event in line.events {
            variants_of.entry(event).or_default().extend(line.variants.iter().copied());
        }
    }
    for (event, resource) in &resources {
        let Some(variants) = variants_of.get(event.as_str()) else {
            let unknown = matches!(read(event, &json!({})), Event::Unknown { .. });
            assert!(unknown, "{event} is typed, but missing in tests/tests/notifications/resources/products.txt");
            continue;
        };
        let tables: Vec<_> = variants.iter().map(|variant| declared(variant).0).collect();
        missing(event, "", resource, &tables, &mut found, &mut members);
        for variant in variants {
            let (table, query) = declared(variant);
            demanded(event, variant, "", table, resource, &mut found);
            if let Some(query) = query {
                let answer = answers.of(query);
                for source in having(answer).into_iter().filter(|source| says_required(answer, *source)) {
                    disputed(event, variant, "", table, (answer, source), &mut found);
                }
            }
        }
    }
    found.sort();
    found.dedup();
    let typed = resources.keys().filter(|event| variants_of.contains_key(event.as_str())).count();
    report(&format!("events: {typed} of {} typed, {members} members of theirs compared", resources.len()));
    let left: Vec<_> =
        found.iter().filter(|difference| !exceptions.allow(difference)).map(|line| line.join(" | ")).collect();
    let unused = exceptions.unused();
    assert!(
        left.is_empty() && unused.is_empty(),
        "{}\nnothing differs here any more:\n{}",
        left.join("\n"),
        unused.join("\n")
    );
    assert!(typed >= TYPED && members >= MEMBERS, "{typed} types and {members} members were compared");
}

/// Fewer mean that the data shrank, or that a type was lost.
const TYPED: usize = 45;
const MEMBERS: usize = 864;

/// Event type, variant, member, kind.
type Difference = [String; 4];

/// Finds the members of the data that no table of the event has, or that have another type there.
fn missing(
    event: &str,
    at: &str,
    members: &[Member],
    tables: &[&'static Table],
    found: &mut Vec<Difference>,
    count: &mut usize,
) {
    for member in members {
        *count += 1;
        let path = format!("{at}/{}", member.name);
        let fields = tables.iter().filter_map(|table| table.find(&member.name)).map(|(_, field)| field.kind);
        let fields: Vec<_> = fields.collect();
        let inner: Vec<_> = fields.iter().filter_map(|kind| object(kind.element())).collect();
        let is_object = member.classes.contains(&Class::Object);
        match fields.is_empty() {
            true => found.push([event.to_owned(), "-".to_owned(), path, "missing".to_owned()]),
            false if is_object == inner.is_empty() => {
                found.push([event.to_owned(), "-".to_owned(), path, "type".to_owned()]);
            }
            false => missing(event, &path, &member.members, &inner, found, count),
        }
    }
}

/// Finds the members that the variant requires, although the event's data do not always have them.
fn demanded(event: &str, variant: &str, at: &str, table: &Table, members: &[Member], found: &mut Vec<Difference>) {
    for field in table.fields {
        let path = format!("{at}/{}", field.name);
        let member = members.iter().find(|member| member.name == field.name);
        if field.required && member.is_none_or(|member| member.required != Some(true)) {
            found.push([event.to_owned(), variant.to_owned(), path.clone(), "required".to_owned()]);
        }
        let member = member.filter(|member| member.classes.contains(&Class::Object));
        if let (Some(inner), Some(member)) = (object(field.kind.element()), member) {
            demanded(event, variant, &path, inner, &member.members, found);
        }
    }
}

/// Finds the members that the variant requires, although the query's answer does not always have them in this source.
fn disputed(
    event: &str,
    variant: &str,
    at: &str,
    table: &Table,
    (answer, source): (&[Said], Source),
    found: &mut Vec<Difference>,
) {
    for field in table.fields {
        let path = format!("{at}/{}", field.name);
        let Some(member) = answer.iter().find(|said| said.name == field.name) else { continue };
        if field.required && member.required_by(source) == Some(false) {
            found.push([event.to_owned(), variant.to_owned(), path.clone(), "required".to_owned()]);
        }
        if let Some(inner) = object(field.kind.element()) {
            disputed(event, variant, &path, inner, (&member.members, source), found);
        }
    }
}

/// Returns true if the source calls at least one member of the answer required; otherwise it says nothing about that.
fn says_required(answer: &[Said], source: Source) -> bool {
    answer.iter().any(|said| said.required_by(source) == Some(true))
}

fn object(kind: Kind) -> Option<&'static Table> {
    match kind {
        Kind::Object(table) => Some(table()),
        _ => None,
    }
}

/// The answers according to the sources.
struct Answers(BTreeMap<String, Vec<Said>>);

impl Answers {
    fn read() -> Self {
        let answer = |one: facts::Operation| Some((facts::without_names(&one.endpoint), one.sources?.members));
        Self(facts::operations().into_iter().filter_map(answer).collect())
    }

    fn of(&self, query: &str) -> &[Said] {
        self.0.get(query).unwrap_or_else(|| panic!("the facts do not have {query}"))
    }
}

/// The reviewed differences, each with `true` once it was needed.
struct Exceptions(Vec<(Difference, Cell<bool>)>);

impl Exceptions {
    fn read() -> Self {
        let text = include_str!("exceptions.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self(lines.flat_map(Self::of).collect())
    }

    /// Reads a line: a difference for each of its events and members.
    fn of(line: &str) -> Vec<(Difference, Cell<bool>)> {
        let parts: Vec<_> = line.split(" | ").collect();
        let [events, variant, members, kind, reason] = parts[..] else {
            panic!("exceptions.txt: expected event types | variant | members | kind | reason, found `{line}`");
        };
        assert!(!reason.is_empty(), "{line}: an exception has a reason");
        let words = |text: &str| text.split(", ").map(str::to_owned).collect::<Vec<_>>();
        let each = |event: String| {
            let of = move |member| ([event.clone(), variant.to_owned(), member, kind.to_owned()], Cell::new(false));
            words(members).into_iter().map(of)
        };
        words(events).into_iter().flat_map(each).collect()
    }

    fn allow(&self, difference: &Difference) -> bool {
        let fits = self.0.iter().filter(|(written, _)| written == difference);
        fits.inspect(|(_, used)| used.set(true)).count() > 0
    }

    fn unused(&self) -> Vec<String> {
        self.0.iter().filter(|(_, used)| !used.get()).map(|(written, _)| written.join(" | ")).collect()
    }
}
