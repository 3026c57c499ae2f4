//! A process that crashes, for the story: it works as the shop does, stops at a given point, and is killed there.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use wxpay_sandbox::Sandbox;

use crate::delivery::{Deliverer, Warehouse};
use crate::orders::Order;
use crate::shop::{Clock, Shop};
use crate::{Result, delivery, notify};

/// The point at which the process is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    /// The order is paid, and the deliverer does not have it yet.
    BeforeDelivery,
    /// The deliverer has the order, and the shop's books do not say so yet.
    AfterDelivery,
}

/// Starts another process with the shop's books, and kills it (SIGKILL on Unix) when it has reached `point`.
pub(crate) fn kill_at(point: Point, folder: &Path) -> Result {
    let mut child = Command::new(std::env::current_exe()?)
        .args(["--crash", point.name()])
        .arg(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    let read = child.stdout.take().map(|output| BufReader::new(output).read_line(&mut line)).transpose();
    child.kill()?;
    child.wait()?;
    read?;
    if line.trim() == HERE { Ok(()) } else { Err(format!("the process did not reach the point: {line:?}").into()) }
}

/// Runs the process that is killed. It asks WeChat Pay for nothing: the notification is in the books already.
pub(crate) async fn wait(point: &str, folder: &Path) -> Result {
    let known = [Point::BeforeDelivery, Point::AfterDelivery];
    let point = known.into_iter().find(|known| known.name() == point).ok_or("no such point")?;
    let client = Sandbox::start().await?.client()?;
    let deliverer = Arc::new(Stops { point, warehouse: Warehouse::open(&folder.join(WAREHOUSE))? });
    let shop = Shop::new(client, &folder.join(BOOKS), String::new(), Clock::default(), deliverer)?;
    notify::work_off(&shop)?;
    delivery::work_off(&shop)
}

struct Stops {
    point: Point,
    warehouse: Warehouse,
}

impl Deliverer for Stops {
    fn deliver(&self, order: &Order) -> Result {
        if self.point == Point::AfterDelivery {
            self.warehouse.deliver(order)?;
        }
        let mut output = std::io::stdout();
        writeln!(output, "{HERE}")?;
        output.flush()?;
        // Waits until this process is killed, or until its parent has ended.
        std::io::stdin().read_line(&mut String::new())?;
        std::process::exit(1)
    }
}

impl Point {
    fn name(self) -> &'static str {
        match self {
            Self::BeforeDelivery => "before-delivery",
            Self::AfterDelivery => "after-delivery",
        }
    }
}

const HERE: &str = "here";
/// File of the shop's books.
pub(crate) const BOOKS: &str = "shop.sqlite";
/// File of the warehouse's books.
pub(crate) const WAREHOUSE: &str = "warehouse.sqlite";
