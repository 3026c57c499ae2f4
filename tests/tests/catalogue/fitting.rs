//! Fits made-up requests to the rules about several members: each names the merchant that signs, has the members that another
//! needs, and leaves out the members that another excludes.

use serde_json::Value;
use wxpay::payload::Node;
use wxpay::validate::{Policy, Problem, Violation, validate};
use wxpay::{Shipped, read_json};
use wxpay_sandbox::example;

use crate::name;
use crate::rules::built;

/// Fits a request that already keeps the rules about single members. A brand has no `caller`.
pub(crate) fn fit(shipped: &Shipped, request: &mut Value, caller: &str) {
    let caller = (!shipped.operation.path.starts_with("/brand/")).then_some(caller);
    let changed = (0..STEPS).take_while(|_| {
        let mut changed = false;
        for violation in broken(shipped, request, caller) {
            changed |= mend(shipped, request, &violation);
        }
        changed
    });
    assert!(changed.count() < STEPS, "{}: the rules contradict each other in {request}", name(shipped));
}

/// The fitted request with `member` in it, and without the member that excludes it.
pub(crate) fn fit_with(shipped: &Shipped, request: &Value, member: &str, caller: &str) -> Value {
    if request.get(member).is_some() {
        return request.clone();
    }
    let mut whole = request.clone();
    whole[member] = example(shipped.request.fields)[member].clone();
    let caller = (!shipped.operation.path.starts_with("/brand/")).then_some(caller);
    let others = request.as_object().unwrap().keys().map(|other| {
        let mut without = whole.clone();
        without.as_object_mut().unwrap().remove(other);
        without
    });
    let fitting = |request: &Value| {
        let read = read_json(&mut *shipped.blank_request(), request.to_string().as_bytes());
        read.is_ok() && broken(shipped, request, caller).is_empty()
    };
    others.into_iter().find(fitting).unwrap_or_else(|| panic!("{}: `{member}` fits nowhere", name(shipped)))
}

/// Returns true if the rule is about more than one member.
pub(crate) fn is_about_several(violation: &Violation) -> bool {
    matches!(
        violation.problem,
        Problem::Needed(_)
            | Problem::NotAllowed(_)
            | Problem::NoneGiven { .. }
            | Problem::SeveralGiven { .. }
            | Problem::NeededBy(_)
    )
}

fn broken(shipped: &Shipped, request: &Value, caller: Option<&str>) -> Vec<Violation> {
    let mut policy = Policy::default();
    (policy.supplementary, policy.loopback, policy.caller) = (true, true, caller.map(str::to_owned));
    match built(shipped, request).node() {
        Node::Object(object) => validate(object, &policy),
        _ => Vec::new(),
    }
}

/// Repairs a violation, and returns true if the request changed.
fn mend(shipped: &Shipped, request: &mut Value, violation: &Violation) -> bool {
    let (object, member) = violation.pointer.rsplit_once('/').unwrap();
    let made_up = example(shipped.request.fields).pointer(&of_the_first(&violation.pointer)).cloned();
    let Some(object) = request.pointer_mut(object).and_then(Value::as_object_mut) else { return false };
    match (&violation.problem, made_up) {
        (Problem::OtherCaller { expected, .. }, _) => {
            object.insert(member.to_owned(), expected.as_str().into()).is_some()
        }
        (Problem::NotAllowed(_) | Problem::SeveralGiven { .. }, _) => object.remove(member).is_some(),
        (Problem::Needed(_) | Problem::NoneGiven { .. } | Problem::NeededBy(_), Some(made_up)) => {
            object.insert(member.to_owned(), made_up).is_none()
        }
        _ => false,
    }
}

/// The pointer with the first element of each list, since an example has no other.
fn of_the_first(pointer: &str) -> String {
    let names = pointer.split('/').map(|name| if name.parse::<usize>().is_ok() { "0" } else { name });
    names.collect::<Vec<_>>().join("/")
}

/// Maximum number of repairs in a row; no request needs as many.
const STEPS: usize = 5;
