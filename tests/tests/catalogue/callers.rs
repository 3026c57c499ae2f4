//! The members that hold the number of the merchant that signs: `caller` marks them, and a committed list has them. Each other
//! member whose name ends in `mchid` has a reason.

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
            let (member, _) = reason.unwrap_or_else(|| panic!("{here}: `caller` or a reason in OTHERS is missing"));
            unused.remove(member);
        }
    }
    assert!(unused.is_empty(), "OTHERS has unused entries: {unused:?}");
}

/// Members of any endpoint, or of one, with the owner of the number.
const OTHERS: &[(&str, &str)] = &[
    ("sub_mchid", "the sub-merchant's"),
    ("brand_mchid", "the brand's main merchant's"),
    ("return_mchid", "the receiver's of a share"),
    ("complainted_mchid", "that of the merchant complained about, which may be a sub-merchant"),
    ("stock_creator_mchid", "the maker's of a batch of coupons"),
    ("creator_mchid", "the maker's of a batch of coupons"),
    ("sender_mchid", "that of the merchant that gave coupons out"),
    ("available_mchid", "that of a merchant that accepts a coupon"),
    ("sponsor_mchid", "that of the merchant that pays for a transfer, if it is another"),
    ("transaction_mchid", "that of an order's merchant"),
    ("transaction_sub_mchid", "that of an order's sub-merchant"),
    ("company_mchid", "that of the company that runs a taxi"),
    ("POST /v3/marketing/busifavor/callbacks mchid", "the caller's if it is missing; it may be another's"),
    ("GET /v3/marketing/busifavor/callbacks mchid", "the caller's if it is missing; it may be another's"),
    ("POST /v3/marketing/favor/callbacks mchid", "the maker's of the batches"),
    ("GET /v3/marketing/favor/callbacks mchid", "the maker's of the batches"),
    ("POST /v3/ecommerce/refunds/apply combine_mchid", "that of the merchant that combined the orders"),
    ("POST /v3/payscore/servicepayondeliveryorder mchid", "a platform names the merchant that it calls for"),
    ("POST /v3/payscore/partner/servicepayondeliveryorder mchid", "a platform names the merchant that it calls for"),
];
