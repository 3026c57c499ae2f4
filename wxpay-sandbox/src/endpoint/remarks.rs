//! Requests that the sandbox lets through although the documentation says otherwise, because clients that are in use with the
//! live service send them. That it takes them is inferred from that, not seen; the request's page shows it, so that nobody
//! relies on it without knowing.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// One such thing, or another that there is to know of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Remark {
    /// The thing that was let through, or a fact about the answer.
    pub text: &'static str,
    /// The client that sends it, a report of it, or the page that does not rule it out; `None` where nothing was let through.
    pub source: Option<&'static str>,
}

/// Those of one request.
#[derive(Default)]
pub(crate) struct Remarks {
    list: Mutex<Vec<Remark>>,
    signature_holds: AtomicBool,
}

impl Remarks {
    pub(crate) fn note(&self, remark: Remark) {
        self.list.lock().unwrap_or_else(PoisonError::into_inner).push(remark);
    }

    /// The signature was looked at, and holds.
    pub(crate) fn note_signature(&self) {
        self.signature_holds.store(true, Ordering::Relaxed);
    }

    pub(crate) fn signature_holds(&self) -> bool {
        self.signature_holds.load(Ordering::Relaxed)
    }

    pub(crate) fn into_list(self) -> Vec<Remark> {
        self.list.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

pub(crate) const EMPTY_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial is empty, and counts as absent",
    source: Some("https://github.com/wechatpay-apiv3/wechatpay-java/issues/354"),
};
pub(crate) const OTHER_SERIAL: Remark = Remark {
    text: "Wechatpay-Serial names no key of WeChat Pay that the merchant has, and counts as absent, since nothing in the request is encrypted",
    source: Some("https://github.com/klover2/wechatpay-node-v3-ts/issues/63"),
};
pub(crate) const SERIAL_CASE: Remark = Remark {
    text: "the serial_no in Authorization is not in upper case, as certificates are named",
    source: Some("https://github.com/klover2/wechatpay-node-v3-ts"),
};
pub(crate) const NO_BOUNDARY: Remark = Remark {
    text: "the Content-Type of the form names no boundary; it was taken from the body",
    source: Some("https://github.com/minibear2021/wechatpayv3"),
};
pub(crate) const OTHER_FILE_NAME: Remark = Remark {
    text: "the form's file is called otherwise than `filename` says",
    source: Some("https://pay.weixin.qq.com/doc/v3/partner/4012760509"),
};
pub(crate) const MADE_UP: Remark =
    Remark { text: "this answer is made up: the sandbox has no rules for the endpoint", source: None };
