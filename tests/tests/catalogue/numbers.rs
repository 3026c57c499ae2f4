//! The caller's own numbers: an endpoint accepts every number that the endpoint which creates it accepts.

use std::collections::BTreeSet;

use wxpay::number::Numbers;
use wxpay::payload::{Field, Kind, Place, Rule};
use wxpay::{Shipped, catalogue};
use wxpay_tests::report;

use crate::name;

#[test]
fn a_number_that_was_created_is_taken_wherever_it_is_asked_for() {
    let endpoints = catalogue();
    let numbers: Vec<_> = endpoints.iter().flat_map(Number::all).collect();
    let (mut pairs, mut wrong) = (0, Vec::new());
    for created in numbers.iter().filter(|number| number.created) {
        for taken in numbers.iter().filter(|number| number.may_be(created)) {
            pairs += 1;
            let refused = taken.refuses(created);
            wrong.extend(
                refused.map(|why| {
                    format!("{} takes no {} that {} creates: {why}", taken.at, taken.field.name, created.at)
                }),
            );
        }
    }
    report(&format!("catalogue: {pairs} pairs of what creates a number and what takes it"));
    assert!(pairs > 150, "only {pairs} pairs");
    let wrong: BTreeSet<_> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_number_of_the_maker_fits_wherever_one_is_made_up() {
    let endpoints = catalogue();
    let named = endpoints.iter().flat_map(|shipped| {
        let of_shipped = |field| Number { module: shipped.module, at: name(shipped), field, created: true };
        let business = |field: &&Field| Some(field.name) == shipped.operation.number && field.place == Place::Body;
        shipped.request.fields.iter().filter(business).map(of_shipped)
    });
    let made_up: Vec<_> = endpoints.iter().flat_map(Number::all).filter(|number| number.created).chain(named).collect();
    let made = |prefix: &str| Numbers::with_prefix(prefix).unwrap().number().unwrap();
    let (shortest, longest) = (made("").len(), made("Shop01").len());
    let mut wrong = BTreeSet::new();
    for number in &made_up {
        let (min, max) = number.len();
        let refused: String = ('0'..='9').chain('A'..='Z').chain('a'..='z').filter(|c| !number.takes(*c)).collect();
        if shortest < min || longest > max || !refused.is_empty() {
            wrong.insert(format!("{} {}: {min}..={max} characters, not {refused}", number.at, number.field.name));
        }
    }
    let allowed: BTreeSet<_> = UNLIKE_OTHERS.iter().map(ToString::to_string).collect();
    report(&format!("catalogue: {} numbers that a request makes up", made_up.len()));
    assert!(made_up.len() > 40, "only {} numbers", made_up.len());
    assert_eq!(wrong, allowed);
}

/// Numbers with a form of their own.
const UNLIKE_OTHERS: [&str; 0] = [];

/// A member that holds a number of the caller's own.
pub(crate) struct Number {
    module: &'static str,
    /// Method and path.
    at: String,
    pub(crate) field: &'static Field,
    /// `true` if the request creates the number, and does not only name it.
    created: bool,
}

impl Number {
    /// The numbers of a request, including nested ones. If the request creates something, the numbers in its lists are created
    /// too.
    fn all(shipped: &Shipped) -> Vec<Self> {
        let fields = shipped.request.fields;
        let number = shipped.operation.number;
        let creates = fields.iter().any(|field| Some(field.name) == number && field.place == Place::Body);
        let mut numbers = Vec::new();
        nested(fields, false, &mut |field, listed| {
            if is_number(field) {
                let created = creates && (listed || Some(field.name) == number);
                numbers.push(Self { module: shipped.module, at: name(shipped), field, created });
            }
        });
        numbers
    }

    /// The numbers that a request creates, including the one that makes it repeatable, whatever its name is.
    pub(crate) fn made_up(shipped: &Shipped) -> Vec<Self> {
        let mut numbers: Vec<_> = Self::all(shipped).into_iter().filter(|number| number.created).collect();
        let own = shipped.request.fields.iter().find(|field| Some(field.name) == shipped.operation.number);
        let made_up =
            |field: &&Field| field.place == Place::Body && !is_number(field) && !WECHAT_PAYS.contains(&field.name);
        if let Some(field) = own.filter(made_up) {
            numbers.push(Self { module: shipped.module, at: name(shipped), field, created: true });
        }
        numbers
    }

    /// Returns true if this number may name the other: in the same product, or in one that works on others' orders.
    fn may_be(&self, created: &Self) -> bool {
        let refunds = ON_ORDERS.contains(&(self.module, self.field.name)) && created.module != WITHOUT_LENGTH;
        (self.module == created.module || refunds) && self.field.name == created.field.name && !self.created
    }

    /// The reason why this refuses some values of the other number; `None` if it accepts all of them.
    fn refuses(&self, created: &Self) -> Option<String> {
        let ((min, max), (least, most)) = (self.len(), created.len());
        if least < min || most > max {
            return Some(format!("{least}..={most} characters, and not {min}..={max}"));
        }
        let refused: String = (' '..='~').filter(|letter| created.takes(*letter) && !self.takes(*letter)).collect();
        (!refused.is_empty()).then(|| format!("the characters {refused}"))
    }

    pub(crate) fn len(&self) -> (usize, usize) {
        let len = self.field.rules.iter().find_map(|rule| match rule {
            Rule::Len { min, max, .. } => Some((*min, *max)),
            _ => None,
        });
        len.unwrap_or((1, usize::MAX))
    }

    pub(crate) fn takes(&self, letter: char) -> bool {
        self.field.rules.iter().all(|rule| match rule {
            Rule::Pattern(pattern) => pattern.is_match(&letter.to_string()),
            _ => true,
        })
    }
}

fn nested(fields: &'static [Field], listed: bool, found: &mut impl FnMut(&'static Field, bool)) {
    for field in fields {
        found(field, listed);
        nested(field.members(), listed || matches!(field.kind, Kind::List(_)), found);
    }
}

fn is_number(field: &Field) -> bool {
    let own = field.name.starts_with("out_") || field.name.contains("_out_");
    own && field.name.ends_with("_no") && matches!(field.kind, Kind::Text)
}

/// WeChat Pay's own numbers, which make some requests repeatable.
const WECHAT_PAYS: [&str; 2] = ["transaction_id", "transfer_bill_no"];

/// Products that work on the orders of all others, with the number that they use.
const ON_ORDERS: [(&str, &str); 2] = [("refund", "out_trade_no"), ("ecommerce_refund", "out_trade_no")];

/// Its page states no length of its numbers, and does not say that a repayment can be refunded.
const WITHOUT_LENGTH: &str = "credit_repayment";
