//! Rules about several members of one object, as they stand in its table.

use super::{Field, Node, Object, Place, Problem, Table};

/// A rule about several members of one object. Each member is given by its index in the object's table.
///
/// A member counts as given if it is written. An absent member is not given, nor is an empty list in a query, since it leaves
/// no trace in the query string.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Together {
    /// Exactly one of these is given.
    OneOf(&'static [usize]),
    /// At least one of these is given.
    AnyOf(&'static [usize]),
    /// At most one of these is given.
    AtMostOne(&'static [usize]),
    /// One member is given only together with another.
    Needs {
        /// The member that needs the other.
        member: usize,
        /// The member that it needs.
        needed: usize,
    },
}

impl Together {
    /// The word for it in a declaration.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OneOf(_) => "one_of",
            Self::AnyOf(_) => "any_of",
            Self::AtMostOne(_) => "at_most_one",
            Self::Needs { .. } => "needs",
        }
    }

    /// The names of its members in `table`, which must be the table that has the rule. For [`Together::Needs`] the needed member
    /// comes last.
    #[must_use]
    pub fn names(self, table: &Table) -> Vec<&'static str> {
        let name = |index: &usize| table.fields.get(*index).map(|field| field.name);
        match self {
            Self::OneOf(members) | Self::AnyOf(members) | Self::AtMostOne(members) => {
                members.iter().filter_map(name).collect()
            }
            Self::Needs { member, needed } => [member, needed].iter().filter_map(name).collect(),
        }
    }

    /// The member of `object` at fault and its problem, if the rule is broken.
    pub(crate) fn broken(self, object: &dyn Object) -> Option<(&'static Field, Problem)> {
        let table = object.table();
        let given =
            |index: &&usize| table.fields.get(**index).is_some_and(|field| is_given(field, &object.member(**index)));
        let (members, least, most) = match self {
            Self::OneOf(members) => (members, 1, 1),
            Self::AnyOf(members) => (members, 1, usize::MAX),
            Self::AtMostOne(members) => (members, 0, 1),
            Self::Needs { member, needed } => {
                let broken = given(&&member) && !given(&&needed);
                let (member, needed) = (table.fields.get(member)?, table.fields.get(needed)?);
                return broken.then_some((needed, Problem::NeededBy(member.name)));
            }
        };
        let count = members.iter().filter(given).count();
        if count < least {
            let field = table.fields.get(*members.first()?)?;
            return Some((field, Problem::NoneGiven { members: self.names(table), exactly_one: most == 1 }));
        }
        if count > most {
            let mut found = members.iter().filter(given).filter_map(|index| table.fields.get(*index));
            let field = found.next()?;
            let others = found.map(|other| other.name).collect();
            let members = self.names(table);
            return Some((field, Problem::SeveralGiven { others, members, exactly_one: least == 1 }));
        }
        None
    }
}

/// Tells whether the server would see the member.
fn is_given(field: &Field, node: &Node<'_>) -> bool {
    match node {
        Node::Absent => false,
        Node::List(list) => !list.is_empty() || field.place != Place::Query,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::derive::{Declared, Struct, Structure};
    use super::super::{Payload, Slot};
    use super::*;
    use crate::validate::{Policy, validate};

    /// Three optional members, the last of which is a list in the query.
    #[derive(Default)]
    struct Three {
        a: Option<i64>,
        b: Option<i64>,
        c: Option<Vec<i64>>,
    }

    impl<P> Declared<P> for Three {
        const DECLARED: Table = {
            const A: Field = Field { name: "a", ..<Option<i64> as Payload>::MEMBER };
            const B: Field = Field { name: "b/", ..<Option<i64> as Payload>::MEMBER };
            const C: Field = Field { name: "c", ..<Option<Vec<i64>> as Payload>::MEMBER.query() };
            Table::new("Three", &[A, B, C]).together(&[Together::Needs { member: 2, needed: 1 }])
        };
    }

    impl Payload for Three {
        type Shape = Struct;
    }

    impl Structure for Three {
        fn blank_struct() -> Self {
            Self::default()
        }

        fn member(&self, index: usize) -> Node<'_> {
            match index {
                0 => self.a.node(),
                1 => self.b.node(),
                _ => self.c.node(),
            }
        }

        fn member_mut(&mut self, _: usize) -> Slot<'_> {
            Slot::None
        }
    }

    fn three(a: bool, b: bool, c: Option<Vec<i64>>) -> Three {
        Three { a: a.then_some(1), b: b.then_some(1), c }
    }

    fn said(rule: Together, object: &Three) -> String {
        let broken = rule.broken(object);
        broken.map(|(field, problem)| format!("{} {problem}", field.name)).unwrap_or_default()
    }

    #[test]
    fn each_rule_counts_what_is_given() {
        let all: &[usize] = &[0, 1, 2];
        let (none, one, two) =
            (three(false, false, None), three(true, false, Some(Vec::new())), three(true, false, Some(vec![1])));
        for (rule, said_of) in [
            (
                Together::OneOf(all),
                [
                    "a is missing; expected exactly one of `a`, `b/` and `c`",
                    "",
                    "a is there together with `c`; expected exactly one of `a`, `b/` and `c`",
                ],
            ),
            (Together::AnyOf(all), ["a is missing; expected at least one of `a`, `b/` and `c`", "", ""]),
            (
                Together::AtMostOne(all),
                ["", "", "a is there together with `c`; expected at most one of `a`, `b/` and `c`"],
            ),
            (Together::Needs { member: 0, needed: 2 }, ["", "c is missing; `a` needs it", ""]),
            (Together::Needs { member: 0, needed: 9 }, ["", "", ""]),
            (Together::OneOf(&[]), ["", "", ""]),
        ] {
            assert_eq!([&none, &one, &two].map(|object| said(rule, object)), said_of, "{rule:?}");
        }
    }

    #[test]
    fn a_table_has_the_rule_enforced_with_the_pointer_and_the_place_of_the_member_at_fault() {
        let found = validate(&three(false, false, Some(vec![1])), &Policy::default());
        let [violation] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(violation.to_string(), "body /b~1: is missing; `c` needs it");
        assert_eq!(validate(&three(false, true, Some(vec![1])), &Policy::default()), []);
    }
}
