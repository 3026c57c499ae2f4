//! Lists that are as documented, of each kind: every entry comes once, and nothing is requested after the end.

use super::*;

#[tokio::test]
async fn a_list_that_counts_its_entries_ends_with_the_last_of_them() {
    for (total, limit) in [(7, 3), (6, 3), (3, 3), (1, 3), (0, 3)] {
        let (client, wire) = stage(move |asked| {
            let offset = number(asked, "offset", 0);
            json!({ "data": entries(total, offset, limit), "total_count": total, "offset": offset, "limit": limit })
        })
        .await;
        let (pages, failed) = read(&client, &Offsets { limit: Some(3), ..Offsets::default() }).await;
        assert!(failed.is_none(), "{failed:?}");
        let asked = wire.sent().len();
        assert_eq!(pages, if total == 0 { vec![vec![]] } else { cut(i64::try_from(total).unwrap(), limit) });
        assert_eq!(asked, pages.len());
    }
}

#[tokio::test]
async fn the_first_page_is_asked_for_as_the_request_says_and_the_others_where_the_one_before_ended() {
    let (client, wire) =
        stage(|asked| json!({ "data": entries(9, number(asked, "offset", 0), 4), "total_count": 9 })).await;
    read(&client, &Offsets::default()).await;
    assert_eq!(named(&wire, "offset"), texts(&["", "4", "8"]));
    let (pages, _) = read(&client, &Offsets { offset: Some(5), limit: None }).await;
    assert_eq!(pages, [vec![5, 6, 7, 8]]);
    assert_eq!(named(&wire, "offset"), texts(&["5"]));
}

#[tokio::test]
async fn a_server_that_gives_less_than_was_asked_for_is_asked_for_the_rest() {
    // The server reports a limit of 100, but gives 2 entries.
    let (client, _) =
        stage(|asked| json!({ "data": entries(5, number(asked, "offset", 0), 2), "total_count": 5, "limit": 100 }))
            .await;
    let (pages, failed) = read(&client, &Offsets { offset: None, limit: Some(100) }).await;
    assert!(failed.is_none());
    assert_eq!(pages, cut(5, 2));
}

#[tokio::test]
async fn a_count_that_only_the_first_page_has_holds_for_all() {
    // As in the list of complaints, or with 0 instead.
    for later in [Value::Null, json!(0)] {
        let (client, wire) = stage(move |asked| {
            let offset = number(asked, "offset", 0);
            let total = if offset == 0 { json!(4) } else { later.clone() };
            json!({ "data": entries(4, offset, 2), "total_count": total, "limit": 2 })
        })
        .await;
        let (pages, failed) = read(&client, &Offsets::default()).await;
        assert!(failed.is_none());
        assert_eq!((pages, wire.sent().len()), (cut(4, 2), 2));
        // From the middle on there is no count: the list ends with a page that is not full.
        let (pages, failed) = read(&client, &Offsets { offset: Some(2), limit: Some(2) }).await;
        assert!(failed.is_none());
        assert_eq!(pages, [vec![2, 3], vec![]]);
    }
}

#[tokio::test]
async fn a_list_without_a_mark_ends_with_a_page_that_is_not_full() {
    for (total, expected) in [(5, 3), (4, 3), (3, 2), (0, 1)] {
        let (client, wire) = stage(move |asked| json!({ "data": entries(total, number(asked, "offset", 0), 2) })).await;
        let (pages, failed) = read(&client, &Unmarked { offset: None, limit: Some(2) }).await;
        assert!(failed.is_none());
        assert_eq!((pages.concat().len(), wire.take().len()), (total, expected));
        // Without a page size, the list ends with a page without entries.
        let (pages, _) = read(&client, &Unmarked::default()).await;
        assert_eq!((pages.concat().len(), wire.sent().len()), (total, total.div_ceil(2) + 1));
    }
}

#[tokio::test]
async fn entries_may_be_absent_null_an_empty_text_or_a_single_object() {
    for nothing in [json!({}), json!({ "data": null }), json!({ "data": "" }), json!({ "data": [] })] {
        let (client, wire) = stage(move |_| nothing.clone()).await;
        let (pages, failed) = read(&client, &Offsets::default()).await;
        assert!(failed.is_none());
        assert_eq!((pages, wire.sent().len()), (vec![vec![]], 1));
    }
    let (client, _) =
        stage(|asked| json!({ "data": entry(number(asked, "offset", 0)), "total_count": 2, "limit": 1 })).await;
    assert_eq!(read(&client, &Offsets::default()).await.0, [[0], [1]]);
}

#[tokio::test]
async fn a_list_with_links_ends_where_there_is_none_to_the_next_page() {
    let (client, wire) = stage(|asked| {
        let offset = number(asked, "offset", 0);
        let next = if offset + 2 < 5 { json!(format!("/test/links?offset={}", offset + 2)) } else { json!("") };
        json!({ "data": entries(5, offset, 2), "links": { "next": next, "self": "/test/links" } })
    })
    .await;
    let (pages, failed) = read(&client, &Linked { offset: 0, limit: 2 }).await;
    assert!(failed.is_none());
    assert_eq!((pages, named(&wire, "offset")), (cut(5, 2), texts(&["0", "2", "4"])));
}

#[tokio::test]
async fn pages_are_counted_from_the_first_and_asked_for_in_the_body_too() {
    let (client, wire) = stage(|asked| {
        let (page, size) = (number(asked, "page_index", 1), number(asked, "page_size", 2));
        json!({ "data": entries(5, (page - 1) * size, size), "total_count": 5 })
    })
    .await;
    let (pages, failed) = read(&client, &Numbers::default()).await;
    assert!(failed.is_none());
    assert_eq!((pages, named(&wire, "page_index")), (cut(5, 2), texts(&["", "2", "3"])));
    // From the second page on, the page size tells how many entries came before.
    let (pages, failed) = read(&client, &Numbers { page_index: Some(2), page_size: Some(2) }).await;
    assert!(failed.is_none());
    assert_eq!((pages, named(&wire, "page_index")), (vec![vec![2, 3], vec![4]], texts(&["2", "3"])));
}

#[tokio::test]
async fn a_page_with_gaps_loses_no_page_behind_it() {
    // Entries that may not be shown are left out of their page, but counted.
    let (client, _) = stage(|asked| {
        let page = number(asked, "page_index", 1);
        let shown = entries(6, (page - 1) * 2, 2).into_iter().filter(|entry| entry["number"] != 1);
        json!({ "data": shown.collect::<Vec<_>>(), "total_count": 6 })
    })
    .await;
    let (pages, failed) = read(&client, &Numbers { page_index: None, page_size: Some(2) }).await;
    assert!(failed.is_none(), "{failed:?}");
    assert_eq!(pages.concat(), [0, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_list_with_tokens_ends_where_no_page_names_the_next() {
    for end in [Value::Null, json!("")] {
        let (client, wire) = stage(move |asked| {
            let page = asked.get("page_token").map_or(0, |token| token.trim_start_matches('t').parse().unwrap());
            let next = if page < 3 { json!(format!("t{}", page + 1)) } else { end.clone() };
            // The third page is empty, and another one follows.
            let count = if page == 2 { 0 } else { 2 };
            json!({ "data": entries(99, page * 2, count), "next_page_token": next })
        })
        .await;
        let (pages, failed) = read(&client, &Tokens::default()).await;
        assert!(failed.is_none());
        assert_eq!(pages, [vec![0, 1], vec![2, 3], vec![], vec![6, 7]]);
        assert_eq!(named(&wire, "page_token"), texts(&["", "t1", "t2", "t3"]));
    }
}

/// No shipped list is of these kinds; the sandbox serves what is declared.
#[tokio::test]
async fn lists_with_links_and_with_tokens_are_read_through_the_sandbox() {
    let page = |from: usize, next: Option<String>| Entries {
        data: Some(
            (from..5.min(from + 2))
                .map(|number| Entry { number: i64::try_from(number).ok(), kind: "A".into() })
                .collect(),
        ),
        total_count: None,
        links: Some(Links { next: next.clone() }),
        next_page_token: next,
    };
    let linked = move |asked: &Linked| {
        let from = usize::try_from(asked.offset).unwrap();
        page(from, (from < 3).then(|| format!("/test/links?offset={}", from + 2)))
    };
    let tokens = move |asked: &Tokens| {
        let from = asked.page_token.as_ref().map_or(0, |token| token.trim_start_matches('t').parse().unwrap());
        page(from, (from < 3).then(|| format!("t{}", from + 2)))
    };
    let sandbox = Sandbox::builder().endpoint(linked).endpoint(tokens).start().await.unwrap();
    let client = sandbox.client().unwrap();
    for (pages, failed) in
        [read(&client, &Linked { offset: 0, limit: 2 }).await, read(&client, &Tokens::default()).await]
    {
        assert!(failed.is_none(), "{failed:?}");
        assert_eq!(pages, cut(5, 2));
    }
}

#[tokio::test]
async fn a_list_goes_on_from_any_position_that_was_kept_as_text() {
    let (client, wire) =
        stage(|asked| json!({ "data": entries(5, number(asked, "offset", 0), 2), "total_count": 5 })).await;
    let request = Offsets::default();
    let mut pages = client.pages(&request);
    assert_eq!(numbers(pages.next_page().await.unwrap().unwrap()), [0, 1]);
    let kept = pages.position().as_str().to_owned();
    let rest: Vec<_> = client.pages(&request).starting_at(kept).map(|page| numbers(page.unwrap())).collect().await;
    assert_eq!(rest, [vec![2, 3], vec![4]]);
    let again = client.pages(&request).starting_at(0).map(|page| numbers(page.unwrap()));
    assert_eq!(again.collect::<Vec<_>>().await, cut(5, 2));
    assert_eq!(named(&wire, "offset"), texts(&["", "2", "4", "0", "2", "4"]));
}

#[test]
fn an_iterator_gives_them_without_async() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let builder = runtime.block_on(staged(|asked| {
        let offset = number(asked, "offset", 0);
        if offset == 4 {
            return json!({ "status": 400, "code": "PARAM_ERROR", "message": "no" });
        }
        json!({ "data": entries(6, offset, 2), "total_count": 6 })
    }));
    let client = builder.0.build_blocking().unwrap();
    let request = Offsets::default();
    let pages: Result<Vec<_>, _> = client.pages(&request).map(|page| page.map(numbers)).collect();
    let error = pages.unwrap_err();
    assert_eq!((error.at().as_str(), error.error().code_str()), ("4", "PARAM_ERROR"));
    let mut from_2 = client.pages(&request).starting_at(2);
    assert_eq!(numbers(from_2.next_page().unwrap().unwrap()), [2, 3]);
    assert_eq!(from_2.position().as_str(), "4");
}
