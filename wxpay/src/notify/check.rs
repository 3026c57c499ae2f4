//! Comparison of a payment with its order.

use std::fmt;

use super::{PaidAmount, PartnerPayment, Payment, TradeState};
use crate::prelude::*;
use crate::text::escaped;

/// The values of an order that a payment is compared with, for [`Payment::check`] and [`PartnerPayment::check`]. They come from
/// your own records, never from the notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ordered<'a> {
    /// The order's number.
    pub out_trade_no: &'a str,
    /// The app ID; a service provider's `sp_appid`.
    pub appid: &'a str,
    /// The merchant number; a service provider's `sp_mchid`.
    pub mchid: &'a str,
    /// The sub-merchant's merchant number, if a service provider made the order.
    pub sub_mchid: Option<&'a str>,
    /// Total amount in fen.
    pub total: Fen,
    /// The currency; `CNY` unless the order named another one.
    pub currency: &'a str,
}

/// The values that every order has, for [`Ordered::new`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrderedRequired<'a> {
    /// The order's number.
    pub out_trade_no: &'a str,
    /// The app ID; a service provider's `sp_appid`.
    pub appid: &'a str,
    /// The merchant number; a service provider's `sp_mchid`.
    pub mchid: &'a str,
    /// Total amount in fen.
    pub total: Fen,
}

impl<'a> Ordered<'a> {
    /// Returns an order in `CNY` of a merchant that signs for itself.
    #[must_use]
    pub const fn new(required: OrderedRequired<'a>) -> Self {
        let OrderedRequired { out_trade_no, appid, mchid, total } = required;
        Self { out_trade_no, appid, mchid, sub_mchid: None, total, currency: CNY }
    }

    /// Makes it a service provider's order for this sub-merchant.
    #[must_use]
    pub const fn sub_mchid(mut self, sub_mchid: &'a str) -> Self {
        self.sub_mchid = Some(sub_mchid);
        self
    }

    /// Sets the order's currency.
    #[must_use]
    pub const fn currency(mut self, currency: &'a str) -> Self {
        self.currency = currency;
        self
    }
}

/// A member of a payment that differs from the order.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The member's JSON pointer in the notification, such as `/amount/total`.
    pub pointer: &'static str,
    /// The ordered value; `None` if the member should be missing.
    pub ordered: Option<String>,
    /// The notified value; `None` if the member is missing.
    pub notified: Option<String>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let or_nothing =
            |value: &Option<String>| value.as_ref().map_or("nothing".to_owned(), |text| format!("`{}`", escaped(text)));
        let (pointer, notified, ordered) = (self.pointer, or_nothing(&self.notified), or_nothing(&self.ordered));
        write!(f, "{pointer} is {notified}, where {ordered} was ordered")
    }
}

impl std::error::Error for Difference {}

impl Payment {
    /// Compares the payment with the order: number, app ID, merchant number, total amount and currency; and checks that it is
    /// paid.
    ///
    /// The compared amount is [`PaidAmount::total`], the order's. With coupons the user paid less.
    ///
    /// ```
    /// use wxpay::notify::{Event, Ordered, OrderedRequired};
    /// use wxpay::prelude::*;
    ///
    /// # let decrypted = br#"{"appid": "wxd678efh567hg6787", "mchid": "1900000001", "out_trade_no": "20260101000001",
    /// #     "trade_state": "SUCCESS", "amount": {"total": 1}}"#;
    /// let Event::Payment(payment) = Event::read("TRANSACTION.SUCCESS", decrypted) else {
    ///     panic!("no payment");
    /// };
    /// let ordered = Ordered::new(OrderedRequired {
    ///     out_trade_no: "20260101000001",
    ///     appid: "wxd678efh567hg6787",
    ///     mchid: "1900000001",
    ///     total: Fen::new(100),
    /// });
    /// let differences = payment.check(&ordered).unwrap_err();
    /// assert_eq!(differences[0].to_string(), "/amount/total is `1`, where `100` was ordered");
    /// ```
    ///
    /// # Errors
    /// Returns every difference, in the order above.
    pub fn check(&self, ordered: &Ordered<'_>) -> Result<(), Vec<Difference>> {
        let mut differences = Differences::default();
        differences.compare("/out_trade_no", Some(ordered.out_trade_no), Some(&self.out_trade_no));
        differences.compare("/appid", Some(ordered.appid), Some(&self.appid));
        differences.compare("/mchid", Some(ordered.mchid), Some(&self.mchid));
        differences.compare("/sub_mchid", ordered.sub_mchid, None);
        differences.compare_payment(ordered, Some(&self.amount), self.trade_state.as_ref());
        differences.finish()
    }
}

impl PartnerPayment {
    /// Compares the payment with the order: number, the service provider's app ID and merchant number, the sub-merchant, total
    /// amount and currency; and checks that it is paid. An order without a [`sub_mchid`](Ordered::sub_mchid) differs.
    ///
    /// # Errors
    /// Returns every difference, in the order above.
    pub fn check(&self, ordered: &Ordered<'_>) -> Result<(), Vec<Difference>> {
        let mut differences = Differences::default();
        differences.compare("/out_trade_no", Some(ordered.out_trade_no), Some(&self.out_trade_no));
        differences.compare("/sp_appid", Some(ordered.appid), Some(&self.sp_appid));
        differences.compare("/sp_mchid", Some(ordered.mchid), Some(&self.sp_mchid));
        differences.compare("/sub_mchid", ordered.sub_mchid, Some(&self.sub_mchid));
        differences.compare_payment(ordered, Some(&self.amount), self.trade_state.as_ref());
        differences.finish()
    }
}

/// Collects the differences of a comparison.
#[derive(Default)]
pub(crate) struct Differences(Vec<Difference>);

impl Differences {
    pub(crate) fn compare(&mut self, pointer: &'static str, ordered: Option<&str>, notified: Option<&str>) {
        if ordered != notified {
            let (ordered, notified) = (ordered.map(str::to_owned), notified.map(str::to_owned));
            self.0.push(Difference { pointer, ordered, notified });
        }
    }

    pub(crate) fn compare_payment(
        &mut self,
        ordered: &Ordered<'_>,
        amount: Option<&PaidAmount>,
        state: Option<&TradeState>,
    ) {
        let due = ordered.total.get().to_string();
        let total = amount.map(|amount| amount.total.get().to_string());
        self.compare("/amount/total", Some(&due), total.as_deref());
        let currency = amount.map(|amount| amount.currency.as_deref().unwrap_or(CNY));
        self.compare("/amount/currency", Some(ordered.currency), currency);
        self.compare("/trade_state", Some(TradeState::Success.as_str()), state.map(TradeState::as_str));
    }

    pub(crate) fn finish(self) -> Result<(), Vec<Difference>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

/// The currency of an order that does not name one.
pub(crate) const CNY: &str = "CNY";
