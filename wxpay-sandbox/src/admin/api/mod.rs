//! The admin API: what users, banks and WeChat Pay do, faults on purpose, the clock and the keys, and a look into the
//! books, for scripts in any language. `GET /api` lists it.
//!
//! Requests and answers are JSON, without envelope. What has nothing to answer answers 204. What cannot be done is
//! `{"error": ".."}`: 400 for a request that makes no sense, 401 and 403 from the [guard](super::guard), 404 for a path
//! that is none, 409 for what cannot be done to a thing in its state (which may be that it is not there).

mod actions;
pub(super) mod faults;
mod keys;
mod members;
mod notifications;
mod problem;
mod views;

use std::sync::Arc;

use axum::routing::{MethodRouter, delete, get, post, put};
use axum::{Json, Router};
use serde_json::{Value, json};

use self::actions::{decided, done, failed};
use self::problem::Problem;
use crate::admin::Admin;
use crate::deeds::{Merchant, PAYEE_ACCOUNT_ABNORMAL};

pub(super) fn routes() -> Router<Arc<Admin>> {
    let list: Value = doors().iter().map(|door| json!({ "route": door.route, "does": door.does })).collect();
    let router = Router::new().route("/", get(async move || Json(list)));
    let router = doors().into_iter().fold(router, |router, door| router.route(door.path(), door.serve));
    router.fallback(Problem::no_such_path).method_not_allowed_fallback(Problem::no_such_method)
}

/// Something that can be asked for.
struct Door {
    /// Method and path, as `GET /api` shows them.
    route: &'static str,
    does: &'static str,
    serve: MethodRouter<Arc<Admin>>,
}

impl Door {
    /// The path below `/api`.
    fn path(&self) -> &'static str {
        self.route.split_once("/api").map_or("/", |(_, path)| path)
    }
}

#[rustfmt::skip]
fn doors() -> Vec<Door> {
    let door = |route, serve, does| Door { route, does, serve };
    vec![
        door("GET /api/books", get(views::tables),
            "Counts the rows of each table of the books"),
        door("GET /api/books/{table}", get(views::rows),
            "Rows, the newest first: `limit` of them (100, at most 1000), those `before` a `rowid`"),
        door("GET /api/requests", get(views::requests),
            "The last 200 to the gateway, the newest last, with the reason if one was refused, and `findings` if that is its signature"),
        door("GET /api/notifications", get(notifications::list),
            "With every attempt and its answer, the newest first: `limit` of them"),
        door("POST /api/notifications", post(notifications::notify),
            "Sends one: `url`, `event_type`, `original_type`, `resource`; `mchid` if not the first"),
        door("POST /api/notifications/{id}/replay", post(notifications::replay),
            "Once more, now; `probe`: true spoils the signature, `serial` signs with that key"),
        door("POST /api/orders/{out_trade_no}/pay", done(Merchant::pay_order),
            "The user pays: SUCCESS"),
        door("POST /api/combined-orders/{combine_out_trade_no}/pay", done(Merchant::pay_combined_order),
            "The user pays every part of it: SUCCESS"),
        door("POST /api/orders/{out_trade_no}/refund", actions::refund_order(),
            "The merchant gives back so many fen as `refund` says, by hand: nobody is notified"),
        door("POST /api/checkout", actions::checkout(),
            "What a `link` leads to: a `prepay_id`, a `code_url` or an `h5_url`"),
        door("POST /api/checkout/pay", actions::pay_link(),
            "The user pays what is behind a `link`"),
        door("POST /api/refunds/{out_refund_no}/complete", done(Merchant::complete_refund),
            "The user has the money: SUCCESS"),
        door("POST /api/refunds/{out_refund_no}/bounce", done(Merchant::bounce_refund),
            "The bank does not take it: ABNORMAL"),
        door("POST /api/refunds/{out_refund_no}/close", done(Merchant::close_refund),
            "It comes to nothing: CLOSED"),
        door("POST /api/sharings/{out_order_no}/complete", done(Merchant::complete_sharing),
            "The receivers get their shares, and the merchant what is unfrozen: SUCCESS"),
        door("POST /api/sharings/{out_order_no}/close", actions::close_share(),
            "The receiver of this `account` gets nothing: CLOSED; `fail_reason`, or else ACCOUNT_ABNORMAL"),
        door("POST /api/returns/{out_return_no}/complete", done(Merchant::complete_return),
            "A share goes back: SUCCESS"),
        door("POST /api/returns/{out_return_no}/fail", failed(Merchant::fail_return, "BALANCE_NOT_ENOUGH"),
            "It does not: FAILED; `fail_reason`, or else BALANCE_NOT_ENOUGH"),
        door("POST /api/transfers/{out_bill_no}/accept", done(Merchant::accept_transfer),
            "The user accepts: SUCCESS"),
        door("POST /api/transfers/{out_bill_no}/fail", failed(Merchant::fail_transfer, PAYEE_ACCOUNT_ABNORMAL),
            "FAIL; `fail_reason`, or else PAYEE_ACCOUNT_ABNORMAL"),
        door("POST /api/authorizations/{out_authorization_no}/confirm", done(Merchant::confirm_authorization),
            "The user authorizes transfers: TAKING_EFFECT"),
        door("POST /api/authorizations/{out_authorization_no}/withdraw", done(Merchant::withdraw_authorization),
            "The user ends it, or does not give it: CLOSED"),
        door("GET /api/contracts/{kind}/{code}", actions::contract(),
            "Its `state`; the kind is `individual` or `credit-repayment`"),
        door("POST /api/contracts/{kind}/{code}/open", decided(Merchant::open_contract),
            "The user opens the contract page"),
        door("POST /api/contracts/{kind}/{code}/sign", decided(Merchant::sign_contract),
            "The user signs"),
        door("POST /api/contracts/{kind}/{code}/decline", decided(Merchant::decline_contract),
            "The user declines"),
        door("POST /api/contracts/{kind}/{code}/terminate", decided(Merchant::terminate_contract),
            "The user ends what was signed"),
        door("POST /api/repayments/{out_trade_no}/pay", done(Merchant::pay_repayment),
            "It is collected: PAY_SUCCESS"),
        door("POST /api/repayments/{out_trade_no}/fail", done(Merchant::fail_repayment),
            "It cannot be collected: PAY_FAIL"),
        door("POST /api/notifications/hold", post(notifications::hold),
            "Nothing new is sent"),
        door("POST /api/notifications/release", post(notifications::release),
            "What was held back is sent, the newest first"),
        door("GET /api/notifications/faults", get(faults::list_of_notifications),
            "What goes wrong with their delivery"),
        door("POST /api/notifications/faults", post(faults::add_to_notifications),
            "As `/api/faults`; the `endpoint` is an event type, such as `TRANSACTION.SUCCESS`"),
        door("DELETE /api/notifications/faults", delete(faults::clear_of_notifications),
            "Nothing goes wrong with their delivery any more"),
        door("GET /api/faults", get(faults::list),
            "Those that can still happen; of several, the first that applies counts"),
        door("POST /api/faults", post(faults::add),
            "`fault`; where: `endpoint`; how often: `times` or `chance`"),
        door("DELETE /api/faults", delete(faults::clear),
            "Nothing goes wrong any more"),
        door("GET /api/clock", get(actions::clock),
            "`now` in seconds since 1970, and the `offset` from the machine's clock"),
        door("PUT /api/clock", put(actions::set_clock),
            "Sets the `offset`, in seconds; it stays within the years 1970 to 8999"),
        door("POST /api/bills/release", post(actions::release_bills),
            "The bills of today are there now; answers the day in Beijing, as `bill_date`"),
        door("GET /api/platform-certificates", get(keys::platform_certificates),
            "WeChat Pay's certificates, for merchants that have any, the newest last"),
        door("POST /api/platform-certificates", post(keys::issue),
            "Another one, which begins now; answers its `serial`"),
        door("DELETE /api/platform-certificates/{serial}", delete(keys::withdraw),
            "It is used no more"),
        door("POST /api/merchants", post(keys::register_merchant),
            "Another merchant, with the sandbox's `keys` unless they are given; answers its credentials"),
        door("PUT /api/merchants/{mchid}/keys", put(keys::change_over),
            "`keys` of WeChat Pay that it has: `public-key`, `certificate` or `both`"),
        door("POST /api/merchants/{mchid}/certificates", post(keys::recertify),
            "Another certificate for a merchant; answers the credentials with it"),
        door("DELETE /api/merchant-certificates/{serial}", delete(keys::withdraw_of_merchant),
            "It is believed no more"),
    ]
}
