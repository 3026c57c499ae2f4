//! Compares which endpoints answer page by page, and how, with a committed list: one `offset` counts entries, another pages.

use std::collections::BTreeSet;

use wxpay::catalogue;
use wxpay::pages::{End, Turn};
use wxpay_tests::facts::operations;

use crate::name;

#[test]
fn the_lists_go_on_as_their_pages_say() {
    let shipped: BTreeSet<String> = catalogue()
        .iter()
        .filter_map(|shipped| {
            let pages = shipped.operation.pages?;
            let turn = match pages.turn {
                Turn::Offset(member) => format!("entries by {member}"),
                Turn::Page { member, first } => format!("pages by {member} from {first}"),
                Turn::Token(member) => format!("tokens by {member}"),
            };
            let end = match pages.end {
                End::Total(member) | End::Next(member) => format!(", {member}"),
                End::Short => String::new(),
            };
            let limit = pages.limit.map_or(String::new(), |limit| format!(", {limit}"));
            Some(format!("{}: {turn}{limit}, {}{end}", name(shipped), pages.items))
        })
        .collect();
    let listed: BTreeSet<String> = include_str!("pages.txt").lines().map(str::to_owned).collect();
    assert_eq!(shipped, listed);
}

#[test]
fn every_request_that_names_a_page_says_how_the_list_goes_on() {
    let shipped: BTreeSet<String> = catalogue().iter().filter(|it| it.operation.pages.is_some()).map(name).collect();
    let of_facts = operations()
        .into_iter()
        .filter(|facts| facts.request.iter().any(|member| TURNS.contains(&member.name.as_str()) && member.expected));
    let catalogue: BTreeSet<String> = catalogue().iter().map(name).collect();
    let paged: BTreeSet<String> =
        of_facts.map(|facts| facts.endpoint).filter(|name| catalogue.contains(name)).collect();
    assert_eq!(shipped, paged);
}

const TURNS: [&str; 5] = ["offset", "page", "page_index", "page_num", "page_token"];
