//! The rules of repetition: the same request, with a new signature, or nothing.

use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};
use http::StatusCode;

use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind};
use crate::transport::Stage;
use crate::verify::VerifyError;

/// The limits of a call: number of attempts, and time. Set them for a client, or for one call.
///
/// The policy does not decide which requests may be repeated. After a failure to connect all of them may, since nothing was sent.
/// After any other failure only those may that cannot take effect twice: a `GET`, or a request with a business number. A
/// repetition is always the same request with the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// Maximum number of attempts, including the first.
    pub sends: u32,
    /// Time limit of one attempt, including signature and answer. The default is generous, since a payment that is cut short has
    /// an unknown outcome, and longer than the transport's own limit for connecting.
    pub attempt: Duration,
    /// Time limit of the whole call, including pauses. A repetition begins only if the time that is left is enough for an
    /// attempt, or at least half of this limit; if no time is left, none begins.
    pub total: Duration,
    /// The first pause; each pause is up to twice as long as the one before, with jitter.
    pub pause: Duration,
    /// The longest pause. A longer `Retry-After` ends the call.
    pub longest_pause: Duration,
}

impl RetryPolicy {
    /// Sends every call once.
    pub const OFF: Self = Self { sends: 1, ..Self::STANDARD };

    /// Up to four attempts within 75 seconds, each within 30.
    pub const STANDARD: Self = Self {
        sends: 4,
        attempt: Duration::from_secs(30),
        total: Duration::from_secs(75),
        pause: Duration::from_millis(200),
        longest_pause: Duration::from_secs(5),
    };

    /// Sends at most `sends` times.
    #[must_use]
    pub const fn sends(self, sends: u32) -> Self {
        Self { sends, ..self }
    }

    /// Sets the time limit of an attempt.
    #[must_use]
    pub const fn attempt(self, attempt: Duration) -> Self {
        Self { attempt, ..self }
    }

    /// Sets the time limit of the whole call.
    #[must_use]
    pub const fn total(self, total: Duration) -> Self {
        Self { total, ..self }
    }

    /// Sets the first and the longest pause.
    #[must_use]
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { pause: first, longest_pause: longest, ..self }
    }

    /// The time left for an attempt that begins after `elapsed`.
    pub(super) fn limit(&self, elapsed: Duration) -> Duration {
        self.attempt.min(self.total.saturating_sub(elapsed))
    }

    /// Tells whether another attempt may follow after `sends` attempts and a `pause`.
    pub(super) fn allows(&self, sends: u32, pause: Duration, elapsed: Duration) -> bool {
        let left = self.total.saturating_sub(elapsed).saturating_sub(pause);
        let enough = !left.is_zero() && left >= self.attempt.min(self.total / 2);
        sends < self.sends && pause <= self.longest_pause && enough
    }

    pub(super) fn back_off(&self) -> impl Iterator<Item = Duration> + Send + use<> {
        back_off(self.pause, self.longest_pause)
    }
}

/// Endless pauses, each up to twice as long as the one before, with jitter.
pub(super) fn back_off(first: Duration, longest: Duration) -> impl Iterator<Item = Duration> + Send + use<> {
    let pauses = ExponentialBuilder::default().with_min_delay(first).with_max_delay(longest);
    // Jitter may exceed the maximum delay.
    pauses.with_jitter().without_max_times().build().map(move |pause| pause.min(longest))
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// The next step after a failed attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// No repetition: the call fails with this error.
    Stop,
    /// Sends the same request to another host at once, since nothing was sent.
    OtherHostNow,
    /// Sends the same request to another host, after a pause.
    OtherHost,
    /// Sends the same request to the same host, after a pause, at least as long as the server asks for.
    SameHost(Option<Duration>),
}

pub(super) fn next(encoded: &Encoded, error: &Error) -> Next {
    if matches!(error.kind(), ErrorKind::Transport(failure) if failure.stage == Stage::Connecting) {
        return Next::OtherHostNow;
    }
    if !encoded.is_repeatable() {
        return Next::Stop;
    }
    match (error.kind(), error.status()) {
        (ErrorKind::Transport(_), _) => Next::OtherHost,
        // A signature probe does not recur when the request is repeated.
        (ErrorKind::Accepted(_) | ErrorKind::Unverified(VerifyError::Probe), _) => Next::SameHost(error.retry_after()),
        (ErrorKind::Api(_), Some(status)) => match status {
            StatusCode::BAD_GATEWAY | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => Next::OtherHost,
            StatusCode::TOO_MANY_REQUESTS if encoded.statuses().leave_unknown(status) => Next::Stop,
            StatusCode::TOO_MANY_REQUESTS => Next::SameHost(error.retry_after()),
            status if status.is_server_error() => Next::SameHost(error.retry_after()),
            _ => Next::Stop,
        },
        _ => Next::Stop,
    }
}
