//! Files that an answer has named, and that are fetched afterwards.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::Refusal;

/// A file as it is downloaded.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) content: Bytes,
    pub(crate) media_type: &'static str,
}

/// The files that can be downloaded, by their tokens.
#[derive(Default)]
pub(crate) struct Files {
    kept: Mutex<HashMap<String, Kept>>,
    /// Until when bills are there before their time, in seconds since 1970.
    released: AtomicI64,
}

struct Kept {
    mchid: String,
    file: File,
    /// In seconds since 1970.
    until: i64,
}

impl Files {
    /// Keeps a file for the merchant who has asked, and forgets those that are too old.
    pub(crate) fn keep(&self, token: String, mchid: &str, file: File, now: i64) {
        let mut files = self.open();
        files.retain(|_, kept| now < kept.until);
        files.insert(token, Kept { mchid: mchid.to_owned(), file, until: now.saturating_add(LIFE) });
    }

    /// The file that a query asks for. It may be asked for again.
    pub(crate) fn take(&self, mchid: &str, query: &str, now: i64) -> Result<File, Refusal> {
        let token = query.split('&').find_map(|parameter| parameter.strip_prefix("token="));
        let token = token.ok_or_else(|| Refusal::parameter("缺少token", None))?;
        let files = self.open();
        // The documentation says with which code, and not in which words.
        let kept = files.get(token).filter(|kept| now < kept.until);
        let kept = kept.ok_or_else(|| Refusal::invalid_request("下载链接已失效，请重新申请"))?;
        if kept.mchid == mchid { Ok(kept.file.clone()) } else { Err(Refusal::no_auth()) }
    }

    /// Bills are there before their time, until then.
    pub(crate) fn release_until(&self, time: i64) {
        self.released.fetch_max(time, Ordering::Relaxed);
    }

    /// Until when bills are there before their time, in seconds since 1970.
    pub(crate) fn released_until(&self) -> i64 {
        self.released.load(Ordering::Relaxed)
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Where files are.
pub(crate) const PLACE: &str = "/v3/billdownload/file";
/// How long a URL holds, in seconds.
const LIFE: i64 = 5 * 60;
