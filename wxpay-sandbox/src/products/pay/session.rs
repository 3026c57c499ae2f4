//! Payment sessions: the link or the `prepay_id` that the front end gets, and the order behind it.

use serde_json::{Value, json};
use wxpay::prelude::Fen;

use super::{combined, pay};
use crate::addresses::PAY;
use crate::books::{By, Payable, Session};
use crate::endpoint::{Desk, Office, Refusal};
use crate::error::{Failure, SandboxError};
use crate::keys::credentials::{digits, hex};

/// The order that a `prepay_id`, a `code_url` or an `h5_url` leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Checkout {
    /// The merchant that ordered.
    pub mchid: String,
    /// Merchant's own number of the order, or of the combined order.
    pub out_trade_no: String,
    /// True for a combined order.
    pub combined: bool,
    /// Descriptions of the goods: one for each order.
    pub descriptions: Vec<String>,
    /// The amount, in fen.
    pub total: Fen,
    /// The reason that it cannot be paid now, such as `is paid already`; `None` if it can.
    pub problem: Option<&'static str>,
}

/// Opens a session for an app, a page inside WeChat or a mini program.
pub(super) fn prepay_id<'a>(desk: &Desk<'_>, payable: impl Into<Payable<'a>>) -> Result<Value, Refusal> {
    let token = open(desk, payable.into(), prepaid(desk)?, TWO_HOURS)?;
    Ok(json!({ "prepay_id": token }))
}

/// Opens a session for a browser, on the phone's page.
pub(super) fn h5_url<'a>(desk: &Desk<'_>, payable: impl Into<Payable<'a>>) -> Result<Value, Refusal> {
    let token = open(desk, payable.into(), prepaid(desk)?, FIVE_MINUTES)?;
    let (page, package) = (desk.addresses.admin_url() + PAY, digits(10)?);
    Ok(json!({ "h5_url": format!("{page}?prepay_id={token}&package={package}") }))
}

/// Opens a session for a QR code. The official URL begins with `weixin://`, which only WeChat opens. This one opens the phone's
/// page in any scanner.
pub(super) fn code_url<'a>(desk: &Desk<'_>, payable: impl Into<Payable<'a>>) -> Result<Value, Refusal> {
    let token = open(desk, payable.into(), hex(12)?.to_lowercase(), TWO_HOURS)?;
    Ok(json!({ "code_url": desk.addresses.pay_link(&token) }))
}

/// The order that a link leads to. The link is a `prepay_id`, a `code_url`, an `h5_url`, or the token of a URL.
pub(crate) fn checkout(office: &Office, link: &str) -> Result<Checkout, SandboxError> {
    let (session, now) = (find(office, link)?, office.clock.now());
    let (orders, problem) = match session.combined {
        true => {
            let combined = office.books.find_combined(session.payable().key, now)?.ok_or(NOWHERE)?;
            let problem = combined.may_be_paid(now).err();
            (combined.parts, problem)
        }
        false => {
            let by = By::OutTradeNo(&session.out_trade_no);
            let order = office.books.find_order(&session.mchid, by, now)?.ok_or(NOWHERE)?;
            let problem = order.may_be_paid(now).err();
            (vec![order], problem)
        }
    };
    let mut descriptions = Vec::new();
    for order in &orders {
        let ordered = order.parameters()?;
        descriptions.push(ordered.get("description").and_then(Value::as_str).unwrap_or_default().to_owned());
    }
    Ok(Checkout {
        total: Fen::new(orders.iter().fold(0, |total, order| total.saturating_add(order.total))),
        descriptions,
        problem: problem.or((now >= session.expires).then_some("cannot be paid by this link, which has expired")),
        mchid: session.mchid,
        out_trade_no: session.out_trade_no,
        combined: session.combined,
    })
}

/// The user pays the order behind a link, if the link has not expired.
pub(crate) fn pay_link(office: &Office, link: &str) -> Result<(), SandboxError> {
    let session = find(office, link)?;
    if office.clock.now() >= session.expires {
        return Err(SandboxError::Link("has expired"));
    }
    let Payable { key, combined } = session.payable();
    if combined { combined::pay(office, key) } else { pay(office, key) }
}

fn find(office: &Office, link: &str) -> Result<Session, SandboxError> {
    let query = link.split_once('?').map(|(_, query)| query);
    let member =
        |pair: &'_ str| pair.strip_prefix("pr=").or_else(|| pair.strip_prefix("prepay_id=")).map(str::to_owned);
    let token = query.and_then(|query| query.split('&').find_map(member)).unwrap_or_else(|| link.to_owned());
    office.books.session(&token)?.ok_or(NOWHERE)
}

fn open(desk: &Desk<'_>, payable: Payable<'_>, token: String, life: i64) -> Result<String, Refusal> {
    desk.books.open_session(&token, payable, desk.now().saturating_add(life))?;
    Ok(token)
}

fn prepaid(desk: &Desk<'_>) -> Result<String, Failure> {
    Ok(format!("wx{}{}", desk.now(), hex(12)?.to_lowercase()))
}

const NOWHERE: SandboxError = SandboxError::Link("leads nowhere");
const TWO_HOURS: i64 = 2 * 60 * 60;
const FIVE_MINUTES: i64 = 5 * 60;
