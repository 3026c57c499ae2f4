//! The overview: addresses, merchants, clock and the contents of the books.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;
use wxpay::sign::Scheme;

use super::OVERVIEW;
use super::frame::{Done, Moment, Page, Section, button, page};
use crate::admin::Admin;
use crate::keys::credentials::Credentials;
use crate::parties::APPID;

pub(super) fn routes() -> Router<Arc<Admin>> {
    Router::new()
        .route("/overview", get(overview))
        .route("/clock", post(set_clock))
        .route("/certificates", post(issue))
        .route("/certificates/{serial}/withdraw", post(withdraw))
}

async fn overview(State(admin): State<Arc<Admin>>) -> Page {
    let offset = admin.office.clock.offset();
    let content = html! {
        dl {
            dt { "Base URL" } dd.number { (admin.office.addresses.url()) }
            dt { "Backup host" } dd.number { (admin.office.addresses.backup_url()) }
            dt { "Public key (微信支付公钥)" } dd.number { (admin.office.credentials.public_key_id) }
            dt { "App (appid)" } dd { span.number { (APPID) } " or any other: here every app belongs to every merchant" }
        }
        h2 { "Merchants and brands" }
        table {
            thead { tr { @for column in MERCHANTS { th scope="col" { (column) } } } }
            tbody { @for merchant in admin.office.merchants.list() { tr { (row(&admin, &merchant)) } } }
        }
        h2 { "Recorded so far" }
        dl { @for (table, count) in admin.office.books.counts()? { dt { (table) } dd { (count) } } }
        h2 { "Clock" }
        p { (Moment(admin.office.clock.now())) " in Beijing; every time here is Beijing's " @if offset != 0 { span.faint { "(" (offset) " seconds from this machine's)" } } }
        form method="post" action="clock" {
            label { "Seconds from this machine's clock" input name="offset" type="number" value=(offset) required; }
            button { "Move the clock" }
        }
        @if offset != 0 {
            form.actions method="post" action="clock" {
                input type="hidden" name="offset" value="0";
                button { "Back to this machine's time" }
            }
        }
        @if admin.office.merchants.have_certificates() { (certificates(&admin)) }
    };
    Ok(page(Section::Overview, "Overview", &content))
}

fn certificates(admin: &Admin) -> Markup {
    html! {
        h2 { "Platform certificates (平台证书)" }
        table {
            thead { tr { th scope="col" { "Serial" } th scope="col" { "From" } th scope="col" { "Until" } th scope="col" { "Actions" } } }
            tbody { @for issued in admin.office.keyring.certificates() {
                tr {
                    th.number scope="row" data-label="Serial" { (issued.serial) }
                    td data-label="From" { (Moment(issued.validity.0)) }
                    td data-label="Until" { (Moment(issued.validity.1)) }
                    td data-label="Actions" {
                        (button(&format!("certificates/{}/withdraw", issued.serial), "Withdraw", &issued.serial))
                    }
                }
            } }
        }
        div.actions { (button("certificates", "Issue another certificate", "")) }
    }
}

fn row(admin: &Admin, merchant: &Credentials) -> Markup {
    html! {
        th.number scope="row" data-label="Number" { (merchant.mchid) }
        td data-label="Kind" { @if merchant.scheme == Scheme::BRAND { "brand (品牌)" } @else { "merchant (商户)" } }
        td.number data-label="Its certificate" { (merchant.merchant_serial) }
        td data-label="WeChat Pay's keys" { (admin.office.merchants.keys(&merchant.mchid).as_str()) }
    }
}

#[derive(Deserialize)]
struct Moved {
    offset: i64,
}

async fn set_clock(State(admin): State<Arc<Admin>>, Form(Moved { offset }): Form<Moved>) -> Done {
    admin.deeds.set_clock_ahead(offset)?;
    Ok(Redirect::to(OVERVIEW))
}

async fn issue(State(admin): State<Arc<Admin>>) -> Done {
    admin.deeds.issue_certificate()?;
    Ok(Redirect::to(OVERVIEW))
}

async fn withdraw(State(admin): State<Arc<Admin>>, Path(serial): Path<String>) -> Done {
    // A certificate that somebody else has withdrawn in the meantime is withdrawn, too.
    admin.deeds.withdraw_certificate(&serial);
    Ok(Redirect::to(OVERVIEW))
}

const MERCHANTS: [&str; 4] = ["Number", "Kind", "Its certificate", "WeChat Pay's keys"];
