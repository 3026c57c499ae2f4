//! The rules of repeating: the same request, signed anew, or nothing.

use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};
use http::StatusCode;

use crate::encoded::Encoded;
use crate::error::{Error, ErrorKind};
use crate::transport::Stage;
use crate::verify::VerifyError;

/// The limits of a call: how often it may send, and how long it may take. A value: set it for a client, or for one call.
///
/// What may be repeated at all is not a matter of policy: after a failure to connect everything, since nothing was sent;
/// after anything else only what cannot happen twice, a `GET` or a request with a business number, and always the same
/// request with the same number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// The most times that a call sends, the first included.
    pub sends: u32,
    /// The time that one attempt may take, signature and answer included. Generous, since a money call that is cut short is
    /// an unknown outcome; longer than the transport's own limit for connecting.
    pub attempt: Duration,
    /// The time that the whole call may take, pauses included. A repetition begins only if there is time for an attempt, or
    /// half of this is left; with no time at all there is none.
    pub total: Duration,
    /// The first pause; each is up to twice as long as the one before, with jitter.
    pub pause: Duration,
    /// The longest pause. A longer `Retry-After` ends the call.
    pub longest_pause: Duration,
}

impl RetryPolicy {
    /// Every call sends once.
    pub const OFF: Self = Self { sends: 1, ..Self::STANDARD };

    /// Up to four times within 75 seconds, each within 30.
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

    /// Gives each attempt so long.
    #[must_use]
    pub const fn attempt(self, attempt: Duration) -> Self {
        Self { attempt, ..self }
    }

    /// Gives the whole call so long.
    #[must_use]
    pub const fn total(self, total: Duration) -> Self {
        Self { total, ..self }
    }

    /// Begins with this pause, and makes none longer than that one.
    #[must_use]
    pub const fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { pause: first, longest_pause: longest, ..self }
    }

    /// The time left for an attempt that begins after `elapsed`.
    pub(super) fn limit(&self, elapsed: Duration) -> Duration {
        self.attempt.min(self.total.saturating_sub(elapsed))
    }

    /// Tells whether another attempt may follow after `sends` of them and a `pause`.
    pub(super) fn allows(&self, sends: u32, pause: Duration, elapsed: Duration) -> bool {
        let left = self.total.saturating_sub(elapsed).saturating_sub(pause);
        let enough = !left.is_zero() && left >= self.attempt.min(self.total / 2);
        sends < self.sends && pause <= self.longest_pause && enough
    }

    pub(super) fn back_off(&self) -> impl Iterator<Item = Duration> + Send + use<> {
        back_off(self.pause, self.longest_pause)
    }
}

/// Pauses without end, each up to twice as long as the one before, with jitter.
pub(super) fn back_off(first: Duration, longest: Duration) -> impl Iterator<Item = Duration> + Send + use<> {
    let pauses = ExponentialBuilder::default().with_min_delay(first).with_max_delay(longest);
    // Jitter is added to the longest, too.
    pauses.with_jitter().without_max_times().build().map(move |pause| pause.min(longest))
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::STANDARD
    }
}

/// The next step after an attempt that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Nothing: the error is the call's.
    Stop,
    /// The same request on another host, at once: nothing was sent.
    OtherHostNow,
    /// The same request on another host, after a pause.
    OtherHost,
    /// The same request on the same host, after a pause, at least as long as the server wants.
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
        // The probe is not repeated on what is sent again.
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
