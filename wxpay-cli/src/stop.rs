//! Ctrl-C and SIGTERM, where something has to be tidied up.

use std::path::PathBuf;

use crate::outcome::{Exit, Failure};

/// Does the work, unless the process is stopped: then the work is dropped where it is, and its unfinished files with it.
pub(crate) async fn unless_stopped<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let stopped = stopped()?;
    tokio::select! {
        done = work => done,
        () = stopped => Err(Failure::Interrupted),
    }
}

/// From here on nothing waits that could be dropped: the process ends at once when it is stopped, without the file.
pub(crate) fn exits_without(file: Option<PathBuf>) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let stopped = {
        let _context = runtime.enter();
        stopped()?
    };
    std::thread::spawn(move || {
        runtime.block_on(stopped);
        if let Some(file) = file {
            // What is not there any more does not stay behind.
            let _ = std::fs::remove_file(file);
        }
        std::process::exit(Exit::Interrupted as i32);
    });
    Ok(())
}

/// Until Ctrl-C or SIGTERM.
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
