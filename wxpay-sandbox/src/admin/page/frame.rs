//! The frame of every page: head, navigation, and the format of money and time.

use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use maud::{DOCTYPE, Markup, Render, html};
use wxpay::prelude::{DateTime, Fen};

use super::OVERVIEW;
use crate::admin::guard;
use crate::error::SandboxError;

/// A page, or the problem that prevents it.
pub(super) type Page = Result<Markup, Problem>;

/// The page to show after an action, or the problem that prevented the action.
pub(super) type Done = Result<Redirect, Problem>;

/// The pages, in the order of the navigation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Overview,
    Orders,
    Refunds,
    Transfers,
    Contracts,
    Notifications,
    Requests,
    Faults,
}

impl Section {
    const ALL: [Self; 8] = [
        Self::Overview,
        Self::Orders,
        Self::Refunds,
        Self::Transfers,
        Self::Contracts,
        Self::Notifications,
        Self::Requests,
        Self::Faults,
    ];

    fn title(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Orders => "Orders",
            Self::Refunds => "Refunds",
            Self::Transfers => "Transfers",
            Self::Contracts => "Contracts",
            Self::Notifications => "Notifications",
            Self::Requests => "Requests",
            Self::Faults => "Faults",
        }
    }

    /// The section's address, below the page's own path.
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Overview => OVERVIEW,
            Self::Orders => "orders",
            Self::Refunds => "refunds",
            Self::Transfers => "transfers",
            Self::Contracts => "contracts",
            Self::Notifications => "notifications",
            Self::Requests => "requests",
            Self::Faults => "faults",
        }
    }
}

/// A page of the section, with its title.
pub(super) fn page(section: Section, title: &str, content: &Markup) -> Markup {
    framed(Some(section), title, content)
}

fn framed(section: Option<Section>, title: &str, content: &Markup) -> Markup {
    document(
        title,
        &html! { base href=(guard::place()); },
        &html! {
            header {
                a.brand href=(OVERVIEW) { "WeChat Pay sandbox" }
                nav aria-label="Sections" {
                    @for other in Section::ALL {
                        a href=(other.path()) aria-current=[(Some(other) == section).then_some("page")] { (other.title()) }
                    }
                }
            }
            main {
                h1 { (title) }
                (content)
            }
        },
    )
}

/// The shell of a page, for the phone as well.
pub(in crate::admin) fn document(title: &str, head: &Markup, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                (head)
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · WeChat Pay sandbox" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body { (body) }
        }
    }
}

/// A button that does something. It is a form, so that it works without a script.
pub(super) fn button(action: &str, label: &str, about: &str) -> Markup {
    html! {
        form method="post" action=(action) { button aria-label=[(!about.is_empty()).then(|| format!("{label} {about}"))] { (label) } }
    }
}

/// A state in WeChat Pay's own word, with a colour for good, bad or open.
pub(super) fn state(word: &str) -> Markup {
    let tone = match word {
        "SUCCESS" | "PAY_SUCCESS" | "FINISHED" | "TAKING_EFFECT" | "signed" | "accepted" => "good",
        "CLOSED" | "REVOKED" | "PAYERROR" | "ABNORMAL" | "FAIL" | "PAY_FAIL" | "CANCELLED" | "declined"
        | "terminated" | "given up" => "bad",
        _ => "open",
    };
    html! { span.state.(tone) { (word) } }
}

/// Yuan with two decimals; the amount itself stays an integer.
pub(in crate::admin) struct Yuan(pub(in crate::admin) Fen);

impl Render for Yuan {
    fn render(&self) -> Markup {
        let fen = self.0.get();
        let sign = if fen < 0 { "-" } else { "" };
        let fen = fen.unsigned_abs();
        html! { span.amount title={ (self.0.get()) " fen" } { (sign) "¥" (fen / 100) "." (format!("{:02}", fen % 100)) } }
    }
}

/// A time, given in seconds since 1970 and shown in Beijing's time, as WeChat Pay's times are.
pub(super) struct Moment(pub(super) i64);

impl Render for Moment {
    fn render(&self) -> Markup {
        let Some(time) = DateTime::from_unix_timestamp(self.0).map(|time| time.to_string()) else {
            return html! { (self.0) };
        };
        let shown = time.get(..19).unwrap_or(&time).replace('T', " ");
        html! { time datetime=(time) { (shown) } }
    }
}

/// The reason that a page cannot be shown or an action was not done.
pub(super) enum Problem {
    /// The name does not exist.
    Missing,
    /// The address only takes forms and cannot be opened.
    NoPage,
    /// The action is not possible, or the sandbox failed.
    Failed(SandboxError),
    /// The form does not describe a possible action.
    Form(String),
}

impl<E: Into<SandboxError>> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::Failed(error.into())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let (status, title, text) = match self {
            Self::Missing => (StatusCode::NOT_FOUND, "Not there", "Nothing has this name.".to_owned()),
            Self::NoPage => {
                let text = "This address belongs to a button; it is not a page.";
                (StatusCode::METHOD_NOT_ALLOWED, "Not a page", text.to_owned())
            }
            Self::Form(problem) => (StatusCode::BAD_REQUEST, "Not understood", problem),
            Self::Failed(error) if error.is_own_fault() => {
                tracing::error!(%error, "the sandbox failed");
                (StatusCode::INTERNAL_SERVER_ERROR, "The sandbox failed", error.to_string())
            }
            Self::Failed(error) => (StatusCode::CONFLICT, "Not done", error.to_string()),
        };
        let content = html! { p role="alert" { (text) } p { a href=(OVERVIEW) { "Back to the overview" } } };
        (status, framed(None, title, &content)).into_response()
    }
}
