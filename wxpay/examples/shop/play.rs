//! `--serve`: the shop stays open, with a page that plays the user, the bank and the clock.

use std::fmt::Write as _;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, State as Given};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use axum::routing::{get, post};
use http::StatusCode;
use wxpay::prelude::Fen;
use wxpay_sandbox::Sandbox;

use crate::delivery::Warehouse;
use crate::orders::{Order, State};
use crate::shop::{Clock, Shop};
use crate::{Open, Result, clock, listen, web};

#[derive(Clone)]
struct Stage {
    sandbox: Arc<Sandbox>,
    shop: Shop,
}

pub(crate) async fn serve() -> Result {
    let sandbox = Arc::new(Sandbox::start().await?);
    let (listener, address) = listen((Ipv4Addr::LOCALHOST, 0).into()).await?;
    let clock = Clock::default();
    let time = clock.clone();
    let client = sandbox.client_builder().clock(move || time.now()).build()?;
    let file = std::env::temp_dir().join(format!("wxpay-shop-{}.sqlite", std::process::id()));
    let warehouse = Arc::new(Warehouse::open(&file.with_extension("warehouse"))?);
    let shop = Shop::new(client, &file, format!("http://{address}/notify"), clock, warehouse)?;
    let page = Router::new()
        .route("/", get(page))
        .route("/play/{what}/{number}", post(play))
        .with_state(Stage { sandbox: sandbox.clone(), shop: shop.clone() });
    let _open = Open::start(&shop, listener, page);
    println!("the shop           http://{address}/");
    println!("its books          {}", file.display());
    println!("local WeChat Pay   {}", sandbox.url());
    println!("create an order    curl -X POST http://{address}/orders/of/teapot");
    println!("query an order     curl http://{address}/orders/NUMBER");
    println!("refund an order    curl -X POST http://{address}/orders/NUMBER/refund");
    std::future::pending().await
}

/// Does what a button of the page says, then shows the page again.
async fn play(Given(stage): Given<Stage>, Path((what, number)): Path<(String, String)>) -> Response {
    match stage.play(&what, &number).await {
        Ok(()) => Redirect::to("/").into_response(),
        Err(error) => (StatusCode::CONFLICT, error.to_string()).into_response(),
    }
}

impl Stage {
    async fn play(&self, what: &str, number: &str) -> Result {
        match what {
            "order" => {
                let (goods, total) = web::GOODS.iter().find(|(name, _)| *name == number).ok_or("unknown goods")?;
                self.shop.order(goods, Fen::new(*total)).await?;
            }
            "pay" => self.sandbox.pay_order(number)?,
            "refund" => drop(self.shop.refund(number).await?),
            "complete" => {
                let order = self.shop.orders.find(number)?.ok_or("unknown order")?;
                self.sandbox.complete_refund(&order.out_refund_no())?;
            }
            "wait" => {
                let minutes: u64 = number.parse()?;
                let ahead = self.shop.clock.put_forward(Duration::from_secs(60 * minutes));
                self.sandbox.set_clock_ahead(ahead)?;
                clock::look(&self.shop).await?;
            }
            other => return Err(format!("unknown action `{other}`").into()),
        }
        // Time for the notification to arrive.
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(())
    }
}

async fn page(Given(stage): Given<Stage>) -> Response {
    match stage.shop.orders.all().and_then(|orders| rows(&stage, &orders)) {
        Ok(rows) => Html(format!("{HEAD}{rows}</table>")).into_response(),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

fn rows(stage: &Stage, orders: &[Order]) -> Result<String> {
    let mut rows = String::new();
    for order in orders {
        let Order { out_trade_no, description, .. } = order;
        let (state, yuan) = (order.state.name(), order.total.yuan());
        write!(rows, "<tr><td>{out_trade_no}<td>{description}<td>¥{yuan}<td><b>{state}</b><td>")?;
        for (state, reason) in stage.shop.orders.history(out_trade_no)? {
            let reason = reason.replace('&', "&amp;").replace('<', "&lt;");
            write!(rows, "{state}: {reason}<br>")?;
        }
        let next = match order.state {
            State::Awaiting => Some(("pay", "the user pays")),
            State::Paid => Some(("refund", "refund it")),
            State::Refunding => Some(("complete", "the refund arrives")),
            _ => None,
        };
        if let Some((what, words)) = next {
            write!(rows, "<form method=post action='/play/{what}/{out_trade_no}'><button>{words}</button></form>")?;
        }
    }
    Ok(rows)
}

const HEAD: &str = "<!doctype html><meta charset=utf-8><title>The shop</title>
<style>body { font: 14px sans-serif } td { padding: 4px 8px; border-top: 1px solid #ccc; vertical-align: top }
form { display: inline }</style>
<form method=post action='/play/order/teapot'><button>order a teapot</button></form>
<form method=post action='/play/order/cup'><button>order a cup</button></form>
<form method=post action='/play/wait/5'><button>5 minutes pass</button></form>
<form method=post action='/play/wait/31'><button>31 minutes pass</button></form>
<table>";
