//! Members of types that an application writes by hand: sent, received by the sandbox, answered.

use std::borrow::Cow;

use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay::payload::{Filled, Kind, Mismatch, Node, Payload, Scalar, Shape, Slot};
use wxpay::prelude::*;
use wxpay::validate::Problem;
use wxpay_sandbox::Sandbox;

/// A merchant's own number, with a form: the shop and a running number.
#[derive(Debug, Clone, PartialEq)]
struct OrderNumber {
    shop: u32,
    running: u64,
}

impl Payload for OrderNumber {
    type Shape = Self;
}

impl Shape for OrderNumber {
    const KIND: Kind = Kind::Text;

    fn blank() -> Self {
        Self { shop: 0, running: 0 }
    }

    fn node(number: &Self) -> Node<'_> {
        Node::Text(Cow::Owned(format!("{}-{}", number.shop, number.running)))
    }

    fn slot(number: &mut Self) -> Slot<'_> {
        Slot::Scalar(number)
    }
}

impl Scalar for OrderNumber {
    fn expected(&self) -> &'static str {
        "an order's number, such as `7-42`"
    }

    fn text(&mut self, text: &str) -> Result<Filled, Mismatch> {
        let wrong = || Mismatch::new(self.expected());
        let (shop, running) = text.split_once('-').ok_or_else(wrong)?;
        let (Ok(shop), Ok(running)) = (shop.parse(), running.parse()) else { return Err(wrong()) };
        *self = Self { shop, running };
        Ok(Filled::Present)
    }
}

/// Money as another crate defines it.
mod bank {
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct Money {
        pub(crate) cents: i64,
    }
}

/// Money as a member: a positive amount in fen, or absent.
#[derive(Debug, Clone, PartialEq)]
struct Price(bank::Money);

impl Payload for Price {
    type Shape = Self;
}

impl Shape for Price {
    const KIND: Kind = Kind::Fen;

    fn blank() -> Self {
        Self(bank::Money { cents: 0 })
    }

    fn node(price: &Self) -> Node<'_> {
        Node::Integer(price.0.cents.into())
    }

    fn slot(price: &mut Self) -> Slot<'_> {
        Slot::Scalar(price)
    }
}

impl Scalar for Price {
    fn expected(&self) -> &'static str {
        "a price in fen"
    }

    fn integer(&mut self, value: i128) -> Result<Filled, Mismatch> {
        let cents = i64::try_from(value).ok().filter(|cents| *cents > 0);
        self.0.cents = cents.ok_or(Mismatch::new(self.expected()))?;
        Ok(Filled::Present)
    }
}

/// A type around another member type, to which it passes everything on.
#[derive(Debug, Clone, PartialEq)]
struct Tags(Vec<String>);

impl Payload for Tags {
    type Shape = Self;
}

impl Shape for Tags {
    const KIND: Kind = <Vec<String> as Payload>::KIND;

    fn blank() -> Self {
        Self(Payload::blank())
    }

    fn node(tags: &Self) -> Node<'_> {
        Payload::node(&tags.0)
    }

    fn slot(tags: &mut Self) -> Slot<'_> {
        Payload::slot(&mut tags.0)
    }
}

#[wxpay_endpoint(method = "POST", path = "/v3/shops/orders/{number}", response = Receipt)]
#[derive(Debug, Clone, PartialEq)]
struct Order {
    number: OrderNumber,
    #[wxpay(range = 1..=500)]
    price: Price,
    #[wxpay(len = 3..=8)]
    before: Option<OrderNumber>,
    lines: Vec<Price>,
    #[wxpay(items = ..=2)]
    tags: Tags,
}

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Receipt {
    paid: Price,
    of: Option<OrderNumber>,
}

fn order() -> Order {
    let price = |cents| Price(bank::Money { cents });
    let number = OrderNumber { shop: 7, running: 42 };
    Order { number, price: price(30), before: None, lines: vec![price(10), price(20)], tags: Tags(vec!["tea".into()]) }
}

async fn answering(answer: impl Fn(&Order) -> Receipt + Send + Sync + 'static) -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn what_is_sent_arrives_and_what_is_answered_comes_back() {
    let answer = |order: &Order| Receipt { paid: order.lines[1].clone(), of: order.before.clone() };
    let (_sandbox, client) = answering(answer).await;
    let order = Order { before: Some(OrderNumber { shop: 7, running: 41 }), ..order() };

    let encoded = client.encode(&order).unwrap();
    assert_eq!(encoded.target(), "/v3/shops/orders/7-42");
    assert_eq!(encoded.body(), r#"{"price":30,"before":"7-41","lines":[10,20],"tags":["tea"]}"#);
    let receipt = client.send(&order).await.unwrap();
    assert_eq!(receipt, Receipt { paid: Price(bank::Money { cents: 20 }), of: order.before });
}

#[tokio::test]
async fn the_rules_of_their_kind_hold_for_them() {
    let (_sandbox, client) = answering(|order: &Order| Receipt { paid: order.price.clone(), of: None }).await;
    let wrong = Order {
        price: Price(bank::Money { cents: 501 }),
        before: Some(OrderNumber { shop: 7, running: 123_456_789 }),
        tags: Tags(vec!["tea".into(); 3]),
        ..order()
    };
    let error = client.send(&wrong).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let found: Vec<_> = error.violations().iter().map(|found| (&*found.pointer, &found.problem)).collect();
    assert!(
        matches!(
            found[..],
            [
                ("/price", Problem::Range { value: 501, .. }),
                ("/before", Problem::Length { length: 11, max: 8, .. }),
                ("/tags", Problem::Items { count: 3, .. })
            ]
        ),
        "{found:?}"
    );
}

#[tokio::test]
async fn what_they_refuse_is_a_fault_with_its_pointer() {
    let nothing = |_: &Order| Receipt { paid: Price(bank::Money { cents: 0 }), of: None };
    let (_sandbox, client) = answering(nothing).await;

    // Refused when the sandbox reads it.
    let free = Order { lines: vec![Price(bank::Money { cents: -1 })], ..order() };
    let error = client.send(&free).await.unwrap_err();
    assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, "PARAM_ERROR"));
    assert!(error.to_string().contains("/body/lines/0"), "{error}");

    // Refused when the client reads it: the answer is genuine, but not a receipt.
    let error = client.send(&order()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
    assert!(error.to_string().contains("/paid is not a price in fen"), "{error}");
}
