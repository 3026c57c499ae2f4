//! The shop's HTTP routes. A real shop authenticates its customers; this one trusts everybody on this machine.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use http::StatusCode;
use http::header::CONTENT_TYPE;
use serde_json::{Value, json};
use wxpay::prelude::Fen;

use crate::notify;
use crate::orders::Order;
use crate::shop::Shop;

pub(crate) fn app(shop: Shop) -> Router {
    Router::new()
        .route("/orders/of/{goods}", post(order))
        .route("/orders/{out_trade_no}", get(show))
        .route("/orders/{out_trade_no}/refund", post(refund))
        .route("/notify", post(notify::receive))
        .with_state(shop)
}

/// Creates an order. The price comes from the shop, never from the customer.
async fn order(State(shop): State<Shop>, Path(goods): Path<String>) -> Response {
    let Some((_, total)) = GOODS.iter().find(|(name, _)| *name == goods) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match shop.order(&goods, Fen::new(*total)).await {
        // Without a `code_url` the customer's page asks again a little later.
        Ok(order) if order.code_url.is_none() => answer(StatusCode::ACCEPTED, &json_of(&order)),
        Ok(order) => answer(StatusCode::CREATED, &json_of(&order)),
        Err(error) => failed(&*error),
    }
}

/// Shows an order. The front end asks here while the user pays, because a result from the user's phone proves nothing.
async fn show(State(shop): State<Shop>, Path(out_trade_no): Path<String>) -> Response {
    match shop.orders.find(&out_trade_no) {
        Ok(Some(order)) => answer(StatusCode::OK, &json_of(&order)),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&*error),
    }
}

async fn refund(State(shop): State<Shop>, Path(out_trade_no): Path<String>) -> Response {
    match shop.refund(&out_trade_no).await {
        Ok(true) => StatusCode::ACCEPTED.into_response(),
        Ok(false) => StatusCode::CONFLICT.into_response(),
        Err(error) => failed(&*error),
    }
}

fn json_of(order: &Order) -> Value {
    json!({
        "out_trade_no": order.out_trade_no,
        "state": order.state.name(),
        "fen": order.total.get(),
        "code_url": order.code_url,
    })
}

fn answer(status: StatusCode, json: &Value) -> Response {
    (status, [(CONTENT_TYPE, "application/json")], Body::from(json.to_string())).into_response()
}

fn failed(error: &dyn std::error::Error) -> Response {
    eprintln!("    ({error})");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// The goods, with their prices in fen.
pub(crate) const GOODS: [(&str, i64); 2] = [("teapot", 9_900), ("cup", 1_200)];
