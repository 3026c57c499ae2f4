//! Rules about several members of a request. The facts do not state them, so they are guessed from names: a thing has WeChat
//! Pay's number and the merchant's, and one of the two is given; a user of a sub-merchant's app is given together with the app.

use super::operation::{Member, Place};

/// A rule about two members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule<'a> {
    /// One of two members is given: exactly one in a query, at least one in a body.
    Either { word: &'static str, names: [&'a str; 2] },
    /// The first member is given only together with the second.
    Needs([&'a str; 2]),
}

/// The rules about these members of a request or of an object in it.
pub(super) fn of(members: &[Member]) -> Vec<Rule<'_>> {
    let mut rules = Vec::new();
    for (index, first) in members.iter().enumerate().filter(|(_, member)| !member.is_always_there()) {
        let after = members.iter().skip(index + 1).filter(|member| !member.is_always_there());
        for other in after.filter(|other| other.place == first.place) {
            let names = [first.name.as_str(), other.name.as_str()];
            let word = if first.place == Place::Query { "one_of" } else { "any_of" };
            if is_of_one_thing(names) {
                rules.push(Rule::Either { word, names });
            } else if let Some(needs) = NEEDS.iter().find(|needs| names.iter().all(|name| needs.contains(name))) {
                rules.push(Rule::Needs(*needs));
            }
        }
    }
    rules
}

/// The members of a request: the `wanted` ones, except that the rules decide about pairs. `last` takes the second of a pair.
pub(super) fn given(members: &[Member], wanted: impl Fn(&Member) -> bool, last: bool) -> Vec<&Member> {
    let rules = of(members);
    let is_given = |member: &Member| {
        let either = rules.iter().find_map(|rule| match rule {
            Rule::Either { word, names } if names.contains(&member.name.as_str()) => Some((*word, names)),
            _ => None,
        });
        let Some((word, [first, second])) = either else { return wanted(member) };
        let chosen = if last { second } else { first };
        member.name == **chosen || word == "any_of" && wanted(member)
    };
    members.iter().filter(|member| is_given(member)).collect()
}

/// Tells whether these are two numbers of one thing, such as `refund_id` and `out_refund_no`.
fn is_of_one_thing(names: [&str; 2]) -> bool {
    let is_pair = |ours: &str, theirs: &str| {
        let stem = theirs.strip_suffix("_id").map(|stem| if stem == "transaction" { "trade" } else { stem });
        stem.is_some_and(|stem| ours == format!("out_{stem}_no"))
    };
    is_pair(names[0], names[1]) || is_pair(names[1], names[0])
}

/// Pairs whose first member is given only together with the second.
const NEEDS: &[[&str; 2]] = &[["sub_openid", "sub_appid"]];

#[cfg(test)]
mod tests {
    use super::super::operation::{Member, Place};
    use super::{Rule, given, of};

    fn member(name: &str, place: Place, required: bool) -> Member {
        Member { name: name.to_owned(), place, required, ..Member::default() }
    }

    #[test]
    fn two_numbers_of_one_thing_are_an_alternative() {
        for (place, word) in [(Place::Query, "one_of"), (Place::Body, "any_of")] {
            let members = ["out_trade_no", "note", "transaction_id"].map(|name| member(name, place, false));
            assert_eq!(of(&members), [Rule::Either { word, names: ["out_trade_no", "transaction_id"] }]);
        }
        let required = [member("refund_id", Place::Body, true), member("out_refund_no", Place::Body, false)];
        assert_eq!(of(&required), []);
    }

    #[test]
    fn a_request_keeps_its_rules() {
        let members = ["order_id", "out_order_no", "note"].map(|name| member(name, Place::Query, false));
        let names = |wanted: bool, last: bool| {
            given(&members, |_| wanted, last).iter().map(|member| member.name.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names(true, false), ["order_id", "note"]);
        assert_eq!(names(true, true), ["out_order_no", "note"]);
        assert_eq!(names(false, false), ["order_id"]);
    }
}
