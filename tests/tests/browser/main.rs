//! The sandbox's web page as a person sees it: in Chromium, or over plain HTTP where a browser makes no difference.

mod browser;
mod controls;
mod foreign;
mod look;
mod orders;
mod phone;
mod plain;
mod told;
mod visitor;
mod world;

use std::time::Instant;

use crate::browser::Browser;

/// All stories share one browser, since it starts slowly; each has a sandbox of its own.
#[tokio::test]
async fn a_person_at_the_browser() {
    let Some(browser) = Browser::open().await else { return };
    let begun = Instant::now();
    let told = |story: &str| println!("{:5.1} s: {story}", begun.elapsed().as_secs_f32());
    orders::is_paid_notified_and_refunded(&browser).await;
    told("an order is paid, notified and refunded");
    orders::pays_every_part_of_a_combined_order(&browser).await;
    told("every part of a combined order is paid at once");
    phone::pays_by_both_links_and_finds_the_way_back(&browser).await;
    told("the phone pays by both links, and finds the way back");
    phone::pays_nothing_by_a_link_that_has_expired(&browser).await;
    told("the phone pays nothing by a link that has expired");
    phone::signs_one_contract_and_declines_another(&browser).await;
    told("the phone signs one contract and declines another");
    controls::adds_and_clears_faults(&browser).await;
    told("faults are added and cleared");
    controls::moves_the_clock_and_back(&browser).await;
    told("the clock is moved, and back");
    controls::reads_why_a_request_was_refused(&browser).await;
    told("a refused request says why");
    foreign::page_neither_reads_nor_pays_nor_frames(&browser).await;
    told("another origin's page neither reads nor pays nor frames");
    look::fits_and_is_labelled(&browser).await;
    told("every page fits and is labelled");
    browser.client.close().await.unwrap();
}
