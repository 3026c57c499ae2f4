//! Rules about several members that attributes cannot express, for a declaration's `check`.

use wxpay_core::payload::{Node, Payload};
use wxpay_core::validate::{Problem, Violation};

/// Fails if `holds` is true and the member at `pointer` is missing.
pub(crate) fn needs<T: Payload>(
    holds: bool,
    pointer: &str,
    member: &Option<T>,
    reason: &'static str,
) -> Result<(), Violation> {
    fails(holds && !is_given(member), pointer, Problem::Needed(reason))
}

/// Fails if `holds` is true and the member at `pointer` is given.
pub(crate) fn forbids<T: Payload>(
    holds: bool,
    pointer: &str,
    member: &Option<T>,
    reason: &'static str,
) -> Result<(), Violation> {
    fails(holds && is_given(member), pointer, Problem::NotAllowed(reason))
}

/// Fails if both members are missing. Both may be given.
pub(crate) fn any_of<A: Payload, B: Payload>(
    (pointer, member): (&str, &Option<A>),
    other: &Option<B>,
    reason: &'static str,
) -> Result<(), Violation> {
    needs(!is_given(other), pointer, member, reason)
}

/// Returns true if the member is sent. An empty secret is not.
pub(crate) fn is_given<T: Payload>(member: &Option<T>) -> bool {
    !matches!(member.node(), Node::Absent)
}

fn fails(fails: bool, pointer: &str, problem: Problem) -> Result<(), Violation> {
    if fails { Err(Violation::new(pointer, problem)) } else { Ok(()) }
}

/// Returns the text, unless it is empty.
pub(crate) fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

/// Implements `Prepay` for orders: each with the parameters for its front end, the member of its answer, and the `appid` in which
/// the user pays.
#[allow(unused_macros)]
macro_rules! prepay {
    ($($order:ty => $payment:ty, $session:ident, $appid:expr;)*) => {$(
        impl $crate::payment::Prepay<$payment> for $order {
            fn appid(&self) -> Result<&str, &'static str> {
                let appid: fn(&Self) -> Result<&str, &'static str> = $appid;
                appid(self)
            }

            fn session(answer: &Self::Response) -> &str {
                &answer.$session
            }
        }
    )*};
}

#[allow(unused_imports)]
pub(crate) use prepay;
