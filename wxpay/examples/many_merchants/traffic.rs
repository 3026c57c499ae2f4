//! Continuous calls, during which keys are exchanged.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::task::JoinHandle;

use crate::registry::Merchants;
use crate::{Result, order, until};

/// Eight tasks that create orders without a pause. Each call uses the client that the registry has at that time.
pub(crate) struct Traffic {
    going: Arc<AtomicBool>,
    /// The certificate that each task used last.
    serials: Arc<Mutex<HashMap<usize, String>>>,
    tasks: Vec<JoinHandle<Result<usize>>>,
}

impl Traffic {
    pub(crate) fn start(merchants: &Merchants, mchid: &str) -> Self {
        let going = Arc::new(AtomicBool::new(true));
        let serials = Arc::<Mutex<HashMap<usize, String>>>::default();
        let tasks = (0..8).map(|task| {
            let (merchants, mchid) = (merchants.clone(), mchid.to_owned());
            let (going, serials) = (going.clone(), serials.clone());
            tokio::spawn(async move {
                let mut calls = 0;
                while going.load(Ordering::Relaxed) {
                    let client = merchants.get(&mchid).ok_or("unknown merchant")?;
                    let number = format!("2026010100T{task}C{calls}");
                    client.send(&order(&mchid, &number, "https://shop.example.com/notify")).await?;
                    let serial = client.merchant().serial().to_owned();
                    serials.lock().unwrap_or_else(PoisonError::into_inner).insert(task, serial);
                    calls += 1;
                }
                Ok(calls)
            })
        });
        Self { tasks: tasks.collect(), going, serials }
    }

    /// Waits until the last call of every task has used this certificate.
    pub(crate) async fn all_use(&self, serial: &str) -> Result {
        until("calls with the certificate", || {
            let serials = self.serials.lock().unwrap_or_else(PoisonError::into_inner);
            (serials.len() == self.tasks.len() && serials.values().all(|used| used == serial)).then_some(())
        })
        .await
    }

    /// Stops the tasks and returns the number of calls, or the first error.
    pub(crate) async fn stop(self) -> Result<usize> {
        self.going.store(false, Ordering::Relaxed);
        let mut calls = 0;
        for task in self.tasks {
            calls += task.await??;
        }
        Ok(calls)
    }
}
