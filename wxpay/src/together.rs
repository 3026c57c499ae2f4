//! Rules about several members that the words of a declaration cannot say, for its `check`.

use wxpay_core::payload::{Node, Payload};
use wxpay_core::validate::{Problem, Violation};

/// Where the rule holds, the member at `pointer` has to be there.
pub(crate) fn needs<T: Payload>(
    holds: bool,
    pointer: &str,
    member: &Option<T>,
    reason: &'static str,
) -> Result<(), Violation> {
    fails(holds && !is_given(member), pointer, Problem::Needed(reason))
}

/// Where the rule holds, the member at `pointer` must not be there.
pub(crate) fn forbids<T: Payload>(
    holds: bool,
    pointer: &str,
    member: &Option<T>,
    reason: &'static str,
) -> Result<(), Violation> {
    fails(holds && is_given(member), pointer, Problem::NotAllowed(reason))
}

/// One of the two has to be there, and may be both.
pub(crate) fn any_of<A: Payload, B: Payload>(
    (pointer, member): (&str, &Option<A>),
    other: &Option<B>,
    reason: &'static str,
) -> Result<(), Violation> {
    needs(!is_given(other), pointer, member, reason)
}

/// Tells whether the member goes out: an empty secret does not.
pub(crate) fn is_given<T: Payload>(member: &Option<T>) -> bool {
    !matches!(member.node(), Node::Absent)
}

fn fails(fails: bool, pointer: &str, problem: Problem) -> Result<(), Violation> {
    if fails { Err(Violation::new(pointer, problem)) } else { Ok(()) }
}

/// The text, unless it is empty.
pub(crate) fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|text| !text.is_empty())
}

/// The way of orders to their front ends: the order, the parameters, the member of its answer, and the `appid` in which
/// the payment runs.
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
