//! Access to the admin listener. Loopback is no protection against a browser: every open page can send requests to this machine,
//! and a host name whose owner points it here makes them look like requests of the page itself.

use std::net::IpAddr;
use std::sync::Arc;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use axum::Json;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use serde_json::json;

use super::page::OVERVIEW;
use crate::admin::Admin;

/// Adds headers so that nobody caches, frames or sniffs an answer, and no page runs a script of another origin.
pub(super) async fn shielded(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = SHIELD.map(|(name, value)| (name, HeaderValue::from_static(value)));
    response.headers_mut().extend(headers);
    response
}

/// Passes requests that name this listener's own address and do not come from another page.
pub(super) async fn fenced(State(admin): State<Arc<Admin>>, request: Request, next: Next) -> Response {
    match check(&admin, &request) {
        Ok(()) => next.run(request).await,
        Err(problem) => (StatusCode::FORBIDDEN, Json(json!({ "error": problem }))).into_response(),
    }
}

/// Passes scripts that have the admin token.
pub(super) async fn with_token(State(admin): State<Arc<Admin>>, request: Request, next: Next) -> Response {
    let header = request.headers().get(header::AUTHORIZATION).map_or(&b""[..], HeaderValue::as_bytes);
    if header.strip_prefix(b"Bearer ").is_some_and(|token| is(token, &admin.secrets.token)) {
        return next.run(request).await;
    }
    let problem = "`Authorization: Bearer` with the admin token is missing, or the token is another sandbox's";
    let challenge = [(header::WWW_AUTHENTICATE, "Bearer")];
    (StatusCode::UNAUTHORIZED, challenge, Json(json!({ "error": problem }))).into_response()
}

/// Gives a browser that presents the admin token a cookie, and redirects it to the page.
pub(super) async fn welcomed(State(admin): State<Arc<Admin>>, request: Request) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let token = query.split('&').find_map(|parameter| parameter.strip_prefix("token="));
    if !token.is_some_and(|token| is(token.as_bytes(), &admin.secrets.token)) {
        return unknown_visitor();
    }
    let (name, place) = (cookie_name(&admin), &admin.secrets.place);
    let cookie = format!("{name}={}; Path={place}; HttpOnly; SameSite=Strict", admin.secrets.session);
    ([(header::SET_COOKIE, cookie)], Redirect::to(&format!("{place}{OVERVIEW}"))).into_response()
}

/// Passes browsers that have the cookie. Redirects of the inner handlers are relative to the page's own path, which is added
/// here.
pub(super) async fn signed_in(State(admin): State<Arc<Admin>>, request: Request, next: Next) -> Response {
    let name = cookie_name(&admin);
    let cookies = request.headers().get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut values = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    if !values.any(|(known, value)| known == name && is(value.as_bytes(), &admin.secrets.session)) {
        return unknown_visitor();
    }
    let place = &admin.secrets.place;
    let mut response = PLACE.scope(place.clone(), next.run(request)).await;
    let below = response.headers().get(header::LOCATION).map(|path| [place.as_bytes(), path.as_bytes()].concat());
    if let Some(Ok(location)) = below.map(HeaderValue::try_from) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

tokio::task_local! {
    static PLACE: String;
}

/// The path that the page's own addresses begin with.
pub(super) fn place() -> String {
    PLACE.try_with(String::clone).unwrap_or_default()
}

fn unknown_visitor() -> Response {
    (StatusCode::UNAUTHORIZED, Html(UNKNOWN_VISITOR)).into_response()
}

/// Cookies ignore ports, so each sandbox has a cookie name of its own.
fn cookie_name(admin: &Admin) -> String {
    format!("wxpay_sandbox_{}", admin.office.addresses.admin.port())
}

fn is(shown: &[u8], secret: &str) -> bool {
    verify_slices_are_equal(shown, secret.as_bytes()).is_ok()
}

fn check(admin: &Admin, request: &Request) -> Result<(), &'static str> {
    let headers = request.headers();
    let host = only(headers, &header::HOST).filter(|host| is_own(admin, host)).ok_or(FOREIGN_HOST)?;
    let (path, reads) = (request.uri().path(), matches!(*request.method(), Method::GET | Method::HEAD));
    match only(headers, &header::ORIGIN) {
        Some(origin) if origin.strip_prefix("http://") == Some(host) => {}
        None if !headers.contains_key(header::ORIGIN) && (reads || path.starts_with("/api/")) => {}
        _ => return Err(FOREIGN_ORIGIN),
    }
    match only(headers, &SEC_FETCH_SITE) {
        Some("same-origin" | "none") => Ok(()),
        None if !headers.contains_key(SEC_FETCH_SITE) => Ok(()),
        // A merchant's page sends its user here to pay.
        Some(_) if reads && path.starts_with("/phone/") && is_navigation(headers) => Ok(()),
        _ => Err(FOREIGN_PAGE),
    }
}

/// A host name could be anybody's. An address reaches only this machine, once the request has arrived here.
fn is_own(admin: &Admin, host: &str) -> bool {
    let admin = admin.office.addresses.admin;
    let Some((name, port)) = host.rsplit_once(':') else { return false };
    let bare = name.strip_prefix('[').and_then(|name| name.strip_suffix(']')).unwrap_or(name);
    let here = |address: IpAddr| address.is_loopback() || !admin.ip().is_loopback();
    port.parse() == Ok(admin.port()) && (name == "localhost" || bare.parse().is_ok_and(here))
}

fn is_navigation(headers: &HeaderMap) -> bool {
    let is = |name: &'static str, value| only(headers, &HeaderName::from_static(name)) == Some(value);
    is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document")
}

/// The header's value, if the header is there exactly once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    values.next().filter(|_| values.next().is_none())?.to_str().ok()
}

const FOREIGN_HOST: &str = "the Host header is not this listener's own address";
const FOREIGN_ORIGIN: &str = "the Origin header is not this listener's own origin, or is missing where it is needed";
const FOREIGN_PAGE: &str = "the request was sent by a page of another origin";

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

const UNKNOWN_VISITOR: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Who is there?</title>\
    <h1>Who is there?</h1><p>Open the address with the token that the sandbox printed when it started.</p></html>";

/// `same-origin` and not `no-referrer`: without a referrer, forms send `Origin: null`.
const SHIELD: [(HeaderName, &str); 5] = [
    (header::CACHE_CONTROL, "no-store"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'self'; img-src 'self' data:; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
];
