//! The wait for the notification, with messages on standard error, and its result.

use std::future::Future as _;
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, MissedTickBehavior, interval_at, sleep_until, timeout_at};
use wxpay::finding::{Finding, State};

use super::arrival::Arrivals;

/// Waits for the proof, for a failure that will repeat, for the end of `patience`, or for Ctrl-C. `sent` is the finding so far.
pub(super) async fn wait(arrivals: &mut Arrivals, patience: Duration, sent: Finding, aloud: bool) -> Vec<Finding> {
    let began = Instant::now();
    let mut came = Vec::<Finding>::new();
    let say = |text: String| {
        if aloud {
            eprintln!("wxpay: {text}");
        }
    };
    // The first poll installs the signal handler, before the line below invites Ctrl-C.
    let mut interrupted = std::pin::pin!(tokio::signal::ctrl_c());
    let early = std::future::poll_fn(|context| Poll::Ready(interrupted.as_mut().poll(context).is_ready())).await;
    say(format!(
        "waiting at {} for the notification, {} s at most; Ctrl-C ends it",
        arrivals.address,
        patience.as_secs()
    ));
    let mut deadline = if early { began } else { began + patience };
    let mut progress = interval_at(began + PROGRESS, PROGRESS);
    progress.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            Some(finding) = arrivals.next() => {
                say(finding.to_string());
                let state = finding.state;
                came.push(finding);
                match state {
                    State::Right | State::Warning => {
                        came.extend(again(arrivals).await);
                        break;
                    }
                    // The repetition would fail in the same way, so the wait ends soon after it.
                    State::Wrong => deadline = deadline.min(Instant::now() + REPETITION),
                    _ => {}
                }
            }
            _ = progress.tick() => say(format!("waiting for {} s", began.elapsed().as_secs())),
            _ = sleep_until(deadline) => break,
            _ = &mut interrupted, if !early => {
                let text = format!("{}; the wait was ended after {} s", sent.text, began.elapsed().as_secs());
                came.push(Finding::unproven(sent.check, text, sent.remedy.unwrap_or_default()));
                break;
            }
        }
    }
    if came.iter().all(|finding| finding.state == State::Skipped) {
        came.push(arrivals.proof().missed(began.elapsed()).await);
    }
    told(came)
}

/// The findings right after the proof, such as a repetition.
async fn again(arrivals: &mut Arrivals) -> Vec<Finding> {
    let (mut came, end) = (Vec::new(), Instant::now() + BEHIND);
    while let Ok(Some(finding)) = timeout_at(end, arrivals.next()).await {
        came.push(finding);
    }
    came
}

/// Removes duplicates. If there is a proof, earlier failures become warnings, and requests that were not notifications are left
/// out.
fn told(came: Vec<Finding>) -> Vec<Finding> {
    let proven = came.iter().any(|finding| matches!(finding.state, State::Right | State::Warning));
    let mut told: Vec<Finding> = Vec::new();
    for mut finding in came {
        match finding.state {
            State::Skipped if proven => continue,
            State::Wrong if proven => finding.state = State::Warning,
            _ => {}
        }
        if !told.contains(&finding) {
            told.push(finding);
        }
    }
    told
}

const PROGRESS: Duration = Duration::from_secs(10);
/// WeChat Pay repeats a refused notification after 15 seconds.
const REPETITION: Duration = Duration::from_secs(20);
const BEHIND: Duration = Duration::from_secs(1);
