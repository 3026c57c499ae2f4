//! Ctrl-C and SIGTERM, if something has to be cleaned up.

use std::path::PathBuf;

use crate::outcome::{Exit, Failure};

/// Does the work, unless the process is stopped: then the work is dropped, and with it its unfinished files.
pub(crate) async fn unless_stopped<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let stopped = stopped()?;
    tokio::select! {
        done = work => done,
        () = stopped => Err(Failure::Interrupted),
    }
}

/// From now on a stop ends the process at once, and deletes `file`: nothing asynchronous waits that could be dropped.
pub(crate) fn exits_without(file: Option<PathBuf>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let stopped = {
        let _context = runtime.enter();
        stopped()?
    };
    std::thread::spawn(move || {
        runtime.block_on(stopped);
        if let Some(file) = file {
            // The file may have been deleted before.
            let _ = std::fs::remove_file(file);
        }
        std::process::exit(Exit::Interrupted as i32);
    });
    Ok(())
}

/// Waits for Ctrl-C or SIGTERM.
pub(crate) fn stopped() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(async move {
            tokio::select! {
                _ = interrupted.recv() => {}
                _ = terminated.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending().await
        }
    })
}
