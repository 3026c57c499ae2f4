//! Lists that are not as documented, and pages that cannot be fetched: reading ends with an error, which says where to continue.

use std::sync::atomic::{AtomicUsize, Ordering};

use wxpay::crypto::Backend;
use wxpay::error::{ErrorKind, Outcome, PagesProblem};
use wxpay::pages::Position;
use wxpay::server::sealed;
use wxpay_tests::keys::private;

use super::*;

fn problem(error: Option<PageError>) -> (PagesProblem, String) {
    let error = error.expect("an error at the end");
    match error.error().kind() {
        ErrorKind::Pages(problem) => (*problem, error.at().as_str().to_owned()),
        _ => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_server_that_gives_the_same_page_again_is_found_at_once() {
    // The server ignores `offset` and `page_index`; the program reads no member by which entries differ.
    let (client, wire) = stage(|_| json!({ "data": entries(2, 0, 2), "total_count": 1_000_000 })).await;
    let (pages, failed) = read(&client, &Offsets::default()).await;
    assert_eq!((pages.len(), problem(failed)), (1, (PagesProblem::Repeated, "2".to_owned())));
    let (pages, failed) = read(&client, &Numbers::default()).await;
    assert_eq!((pages.len(), problem(failed)), (1, (PagesProblem::Repeated, "2".to_owned())));
    assert_eq!(wire.sent().len(), 4);
}

#[tokio::test]
async fn pages_that_go_round_in_a_circle_are_found() {
    for length in 2..9 {
        let (client, wire) = stage(move |asked| {
            json!({ "data": entries(99, number(asked, "offset", 0) % length, 1), "total_count": 1_000_000 })
        })
        .await;
        let (_, failed) = read(&client, &Offsets::default()).await;
        assert_eq!(problem(failed).0, PagesProblem::Repeated);
        assert!(wire.sent().len() < 5 * length, "{} of {length}", wire.sent().len());
    }
}

#[tokio::test]
async fn tokens_that_go_round_in_a_circle_are_found() {
    for length in 1..9 {
        let made = AtomicUsize::new(0);
        let (client, wire) = stage(move |asked| {
            let page = number(asked, "page_token", 0);
            // Its entries differ each time.
            let entries = entry(made.fetch_add(1, Ordering::Relaxed));
            json!({ "data": [entries], "next_page_token": (page % length + 1).to_string() })
        })
        .await;
        let (_, failed) = read(&client, &Tokens::default()).await;
        assert_eq!(problem(failed).0, PagesProblem::Repeated);
        assert!(wire.sent().len() <= 5 * length, "{} of {length}", wire.sent().len());
    }
}

#[tokio::test]
async fn an_empty_page_before_the_end_is_no_end() {
    let (client, _) = stage(|asked| {
        let offset = number(asked, "offset", 0);
        let entries = if offset == 4 { vec![] } else { entries(9, offset, 2) };
        json!({ "data": entries, "total_count": 9, "links": { "next": "/more" } })
    })
    .await;
    let (pages, failed) = read(&client, &Offsets::default()).await;
    assert_eq!((pages, problem(failed)), (cut(4, 2), (PagesProblem::Empty, "4".to_owned())));
    let (pages, failed) = read(&client, &Linked { offset: 0, limit: 2 }).await;
    assert_eq!((pages, problem(failed)), (cut(4, 2), (PagesProblem::Empty, "4".to_owned())));
}

#[tokio::test]
async fn entries_that_became_fewer_meanwhile_are_an_end() {
    let (client, _) = stage(|asked| {
        let offset = number(asked, "offset", 0);
        json!({ "data": entries(if offset == 0 { 4 } else { 2 }, offset, 2),
                "total_count": if offset == 0 { 4 } else { 2 } })
    })
    .await;
    let (pages, failed) = read(&client, &Offsets::default()).await;
    assert!(failed.is_none());
    assert_eq!(pages, [vec![0, 1], vec![]]);
}

#[tokio::test]
async fn entries_that_are_no_list_cannot_be_counted() {
    let (client, _) = stage(|_| json!({ "data": 7, "total_count": 9 })).await;
    let (pages, failed) = read(&client, &Offsets::default()).await;
    assert!(pages.is_empty());
    assert_eq!(problem(failed).0, PagesProblem::Unreadable);
}

#[tokio::test]
async fn what_fails_says_where_to_go_on() {
    let failing = Arc::new(AtomicUsize::new(1));
    let fails = failing.clone();
    let (client, _) = stage(move |asked| {
        let offset = number(asked, "offset", 0);
        if offset == 4 && fails.load(Ordering::Relaxed) == 1 {
            return json!({ "status": 500, "code": "SYSTEM_ERROR", "message": "later" });
        }
        json!({ "data": entries(6, offset, 2), "total_count": 6 })
    })
    .await;
    let request = Offsets::default();
    let (pages, failed) = read(&client, &request).await;
    let error = failed.unwrap();
    assert_eq!((pages, error.at()), (cut(4, 2), &Position::from(4)));
    assert_eq!(error.error().outcome(), Outcome::Unknown);
    let shown = error.to_string();
    assert!(shown.starts_with("the page at 4: GET /v3/test/offsets: 500: "), "{shown}");

    failing.store(0, Ordering::Relaxed);
    let rest = client.pages(&request).starting_at(error.at().clone()).map(|page| numbers(page.unwrap()));
    assert_eq!(rest.collect::<Vec<_>>().await, [[4, 5]]);
    let as_error: wxpay::Error = error.into();
    assert_eq!(as_error.code_str(), "SYSTEM_ERROR");
}

#[tokio::test]
async fn each_page_is_held_to_the_rules_and_nothing_is_sent_that_breaks_them() {
    let (client, wire) = stage(|_| json!({})).await;
    let (_, failed) = read(&client, &Offsets { offset: None, limit: Some(101) }).await;
    assert_eq!(failed.unwrap().error().violations()[0].pointer, "/limit");
    let request = Offsets::default();
    for wrong in ["t1", "-1", "", "1e3", "99999999999999999999"] {
        let error = client.pages(&request).starting_at(wrong).next_page().await.unwrap().unwrap_err();
        assert!(matches!(error.error().kind(), ErrorKind::Pages(PagesProblem::Position)), "{wrong}: {error}");
        assert_eq!(error.error().outcome(), Outcome::NotSent);
    }
    assert!(wire.sent().is_empty());
}

#[tokio::test]
async fn no_number_is_too_large_for_it() {
    let most = i64::MAX;
    let (client, _) = stage(move |_| json!({ "data": [entry(0)], "total_count": most })).await;
    for (pages, failed) in [
        read(&client, &Offsets { offset: Some(most), limit: None }).await,
        read(&client, &Numbers { page_index: Some(most), page_size: Some(most) }).await,
    ] {
        assert!(failed.is_none(), "{failed:?}");
        assert_eq!(pages.len(), 1);
    }
    // There is no larger offset, and the list does not end.
    let (pages, failed) = read(&client, &Unmarked { offset: Some(most), limit: None }).await;
    assert_eq!((pages.len(), problem(failed).0), (0, PagesProblem::Repeated));
}

#[wxpay_endpoint(
    method = "GET",
    path = "/v3/test/secrets",
    response = Names,
    pages(offset = "offset", items = "data", total = "total_count")
)]
struct ListNames {
    offset: Option<i64>,
}

#[wxpay_object]
#[allow(dead_code, reason = "they are compared, and not read")]
struct Names {
    data: Vec<Name>,
    total_count: i64,
}

#[wxpay_object]
#[allow(dead_code, reason = "as above")]
struct Name {
    name: Sensitive,
}

#[tokio::test]
async fn encrypted_entries_are_compared_by_what_they_say() {
    let sandbox = Sandbox::start().await.unwrap();
    let backend = Backend::preferred().unwrap();
    let merchant = private(backend, &sandbox.credentials().merchant_private_key);
    let public = backend.public_key(&merchant.spki).unwrap().encryptor;
    let sealed = move |name: &str| json!({ "name": sealed(name, &*public).unwrap() });
    for (second, repeated) in [("Li", false), ("Zhang", true)] {
        let sealed = sealed.clone();
        let (client, _) = stage(move |asked| {
            let name = if number(asked, "offset", 0) == 0 { "Zhang" } else { second };
            json!({ "data": [sealed(name)], "total_count": 2 })
        })
        .await;
        let pages: Vec<_> = client.pages(&ListNames { offset: None }).collect().await;
        assert_eq!(pages[1].is_err(), repeated);
    }
}
