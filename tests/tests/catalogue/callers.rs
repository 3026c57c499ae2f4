//! Which members are the number of the merchant that signs: `caller` on the member, by a committed list; and why the
//! others, whose names end alike, are not.

use std::collections::BTreeSet;

use wxpay::catalogue;

use crate::{difference, name};

#[test]
fn the_members_that_name_the_caller_are_those_of_the_list() {
    let marked: BTreeSet<String> = catalogue()
        .iter()
        .flat_map(|shipped| {
            let callers = shipped.request.fields.iter().filter(|field| field.caller);
            callers.map(|field| format!("{} {}", name(shipped), field.name)).collect::<Vec<_>>()
        })
        .collect();
    let (listed, marked) = (include_str!("callers.txt"), marked.into_iter().collect::<Vec<_>>().join("\n"));
    let difference = difference(listed, &marked);
    assert!(difference.is_empty(), "tests/tests/catalogue/callers.txt, for the members with `caller`:\n{difference}");
}

#[test]
fn every_other_merchant_number_is_somebody_elses_for_a_reason() {
    let mut unused: BTreeSet<&str> = OTHERS.iter().map(|(member, _)| *member).collect();
    for shipped in catalogue() {
        let others = shipped.request.fields.iter().filter(|field| field.name.ends_with("mchid") && !field.caller);
        for field in others {
            let here = format!("{} {}", name(&shipped), field.name);
            let reason = OTHERS.iter().find(|(member, _)| *member == field.name || *member == here);
            let (member, _) = reason.unwrap_or_else(|| panic!("{here}: the caller's own number, or whose?"));
            unused.remove(member);
        }
    }
    assert!(unused.is_empty(), "no longer there: {unused:?}");
}

/// A member of any endpoint, or of one, and whose number it is.
const OTHERS: &[(&str, &str)] = &[
    ("sub_mchid", "the sub-merchant's"),
    ("brand_mchid", "the brand's main merchant's"),
    ("return_mchid", "that of who received a share"),
    ("complainted_mchid", "that of whom a complaint is about, a sub-merchant's too"),
    ("stock_creator_mchid", "that of who made a batch of coupons"),
    ("creator_mchid", "that of who made a batch of coupons"),
    ("sender_mchid", "that of who gave coupons out"),
    ("available_mchid", "that of who accepts a coupon"),
    ("sponsor_mchid", "that of who bears the money of a transfer, if it is another"),
    ("transaction_mchid", "that of an order's merchant"),
    ("transaction_sub_mchid", "that of an order's sub-merchant"),
    ("company_mchid", "that of who runs a taxi"),
    ("POST /v3/marketing/busifavor/callbacks mchid", "the caller's where it is missing: it may be another's"),
    ("GET /v3/marketing/busifavor/callbacks mchid", "the caller's where it is missing: it may be another's"),
    ("POST /v3/marketing/favor/callbacks mchid", "that of who makes the batches"),
    ("GET /v3/marketing/favor/callbacks mchid", "that of who makes the batches"),
    ("POST /v3/ecommerce/refunds/apply combine_mchid", "that of who had combined the orders"),
    ("POST /v3/payscore/servicepayondeliveryorder mchid", "a platform names the merchant that it calls for"),
    ("POST /v3/payscore/partner/servicepayondeliveryorder mchid", "a platform names the merchant that it calls for"),
];
