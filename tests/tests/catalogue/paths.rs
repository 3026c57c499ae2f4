//! The list of documented request lines that the sandbox and the command line have.

use std::collections::BTreeSet;

use wxpay::catalogue;
use wxpay_sandbox::paths::{documented, documented_at};
use wxpay_tests::facts::{operations, request_lines, undescribed};

use crate::name;

#[test]
fn the_list_is_what_the_facts_give() {
    let listed = std::fs::read_to_string(request_lines::file()).unwrap();
    let given = request_lines::list(&operations(), &undescribed());
    let (lines, of): (BTreeSet<_>, BTreeSet<_>) = (listed.lines().collect(), given.lines().collect());
    let different: Vec<_> = lines.symmetric_difference(&of).collect();
    assert_eq!(listed, given, "the facts give other lines: {different:#?}");
}

#[test]
fn what_is_shipped_is_documented() {
    let listed: BTreeSet<_> = documented().map(|one| format!("{} {}", one.method, one.path)).collect();
    assert!(listed.len() > 1000, "{} lines", listed.len());
    let missing: Vec<_> = catalogue().iter().map(name).filter(|shipped| !listed.contains(shipped)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_page_is_an_address_of_wechat_pay() {
    let pages: Vec<_> = documented().filter_map(|one| one.page).collect();
    assert!(pages.len() > 900, "{} pages", pages.len());
    assert!(pages.iter().all(|page| page.starts_with("https://pay.weixin.qq.com/")));
}

#[test]
fn a_path_without_holes_comes_before_one_with() {
    let found = documented_at("/v3/merchant-service/images/upload");
    let lines: Vec<_> = found.iter().map(|one| (one.method, one.path)).collect();
    let (plain, hole) = ("/v3/merchant-service/images/upload", "/v3/merchant-service/images/{media_id}");
    assert_eq!(lines, [("POST", plain), ("GET", hole)]);
}
