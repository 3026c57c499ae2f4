//! The admin API: scripts in any language play users, banks and WeChat Pay, set faults, the clock and the keys, and read the
//! books. `GET /api` lists it.
//!
//! Requests and answers are JSON, without envelope. A route with nothing to answer answers 204. An error is `{"error": ".."}`:
//! 400 for a request that makes no sense, 401 and 403 from the [guard](super::guard), 404 for an unknown path or merchant, 409
//! for an action that the thing's state does not allow (also if the thing does not exist). With the member `mchid` the request is
//! about that merchant's thing.

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

/// A route of the API.
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
            "The last 200 requests to the gateway, the newest last; a refused one has its reason, and `findings` if its signature is wrong"),
        door("GET /api/notifications", get(notifications::list),
            "Notifications with every attempt and its answer, the newest first: `limit` of them"),
        door("POST /api/notifications", post(notifications::notify),
            "Sends a notification: `url`, `event_type`, `original_type`, `resource`; `mchid` unless it is the first merchant"),
        door("POST /api/notifications/{id}/replay", post(notifications::replay),
            "Sends it again, now; `probe`: true damages the signature, `serial` signs with that key"),
        door("POST /api/orders/{out_trade_no}/pay", done(Merchant::pay_order),
            "The user pays: SUCCESS"),
        door("POST /api/combined-orders/{combine_out_trade_no}/pay", done(Merchant::pay_combined_order),
            "The user pays all of its orders: SUCCESS"),
        door("POST /api/orders/{out_trade_no}/refund", actions::refund_order(),
            "The merchant refunds by hand, `refund` in fen: no notification is sent"),
        door("POST /api/checkout", actions::checkout(),
            "Shows the order behind a `link`: a `prepay_id`, a `code_url` or an `h5_url`"),
        door("POST /api/checkout/pay", actions::pay_link(),
            "The user pays the order behind a `link`"),
        door("POST /api/refunds/{out_refund_no}/complete", done(Merchant::complete_refund),
            "The user gets the money: SUCCESS"),
        door("POST /api/refunds/{out_refund_no}/bounce", done(Merchant::bounce_refund),
            "The bank rejects it: ABNORMAL"),
        door("POST /api/refunds/{out_refund_no}/close", done(Merchant::close_refund),
            "The refund is closed: CLOSED"),
        door("POST /api/sharings/{out_order_no}/complete", done(Merchant::complete_sharing),
            "The receivers get their shares, and the merchant gets the unfrozen rest: SUCCESS"),
        door("POST /api/sharings/{out_order_no}/close", actions::close_share(),
            "The receiver with this `account` gets nothing: CLOSED; `fail_reason`, or else ACCOUNT_ABNORMAL"),
        door("POST /api/returns/{out_return_no}/complete", done(Merchant::complete_return),
            "The share is returned: SUCCESS"),
        door("POST /api/returns/{out_return_no}/fail", failed(Merchant::fail_return, "BALANCE_NOT_ENOUGH"),
            "The share is not returned: FAILED; `fail_reason`, or else BALANCE_NOT_ENOUGH"),
        door("POST /api/transfers/{out_bill_no}/accept", done(Merchant::accept_transfer),
            "The user accepts the transfer: SUCCESS"),
        door("POST /api/transfers/{out_bill_no}/fail", failed(Merchant::fail_transfer, PAYEE_ACCOUNT_ABNORMAL),
            "The transfer fails: FAIL; `fail_reason`, or else PAYEE_ACCOUNT_ABNORMAL"),
        door("POST /api/authorizations/{out_authorization_no}/confirm", done(Merchant::confirm_authorization),
            "The user authorizes transfers: TAKING_EFFECT"),
        door("POST /api/authorizations/{out_authorization_no}/withdraw", done(Merchant::withdraw_authorization),
            "The user ends or refuses the authorization: CLOSED"),
        door("GET /api/contracts/{kind}/{code}", actions::contract(),
            "The contract's `state`; the kind is `individual` or `credit-repayment`"),
        door("POST /api/contracts/{kind}/{code}/open", decided(Merchant::open_contract),
            "The user opens the contract page"),
        door("POST /api/contracts/{kind}/{code}/sign", decided(Merchant::sign_contract),
            "The user signs"),
        door("POST /api/contracts/{kind}/{code}/decline", decided(Merchant::decline_contract),
            "The user declines"),
        door("POST /api/contracts/{kind}/{code}/terminate", decided(Merchant::terminate_contract),
            "The user ends the signed contract"),
        door("POST /api/repayments/{out_trade_no}/pay", done(Merchant::pay_repayment),
            "The repayment is collected: PAY_SUCCESS"),
        door("POST /api/repayments/{out_trade_no}/fail", done(Merchant::fail_repayment),
            "The repayment fails: PAY_FAIL"),
        door("POST /api/notifications/hold", post(notifications::hold),
            "Holds new notifications back"),
        door("POST /api/notifications/release", post(notifications::release),
            "Sends the notifications that were held back, the newest first"),
        door("GET /api/notifications/faults", get(faults::list_of_notifications),
            "The faults of deliveries"),
        door("POST /api/notifications/faults", post(faults::add_to_notifications),
            "Adds a fault of deliveries, as `/api/faults` does; the `endpoint` is an event type, such as `TRANSACTION.SUCCESS`"),
        door("DELETE /api/notifications/faults", delete(faults::clear_of_notifications),
            "Removes the faults of deliveries"),
        door("GET /api/faults", get(faults::list),
            "The faults that can still happen; if several apply, the first one happens"),
        door("POST /api/faults", post(faults::add),
            "Adds a `fault`, for one `endpoint` or all, always or by `times` or `chance`"),
        door("DELETE /api/faults", delete(faults::clear),
            "Removes the faults"),
        door("GET /api/clock", get(actions::clock),
            "`now` in seconds since 1970, and the `offset` from the machine's clock"),
        door("PUT /api/clock", put(actions::set_clock),
            "Sets the `offset`, in seconds; it stays within the years 1970 to 8999"),
        door("POST /api/bills/release", post(actions::release_bills),
            "Makes today's bills available now; returns the day in Beijing, as `bill_date`"),
        door("GET /api/platform-certificates", get(keys::platform_certificates),
            "WeChat Pay's certificates, the newest last"),
        door("POST /api/platform-certificates", post(keys::issue),
            "Issues another certificate, valid from now on; returns its `serial`"),
        door("DELETE /api/platform-certificates/{serial}", delete(keys::withdraw),
            "Withdraws the certificate"),
        door("POST /api/merchants", post(keys::register_merchant),
            "Registers another merchant, with the sandbox's `keys` by default; returns its credentials"),
        door("PUT /api/merchants/{mchid}/keys", put(keys::change_over),
            "Sets WeChat Pay's `keys` that the merchant has: `public-key`, `certificate` or `both`"),
        door("POST /api/merchants/{mchid}/certificates", post(keys::recertify),
            "Issues another certificate for the merchant; returns the credentials with it"),
        door("DELETE /api/merchant-certificates/{serial}", delete(keys::withdraw_of_merchant),
            "Withdraws the merchant's certificate"),
    ]
}
