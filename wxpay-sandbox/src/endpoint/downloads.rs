//! Files that an answer has named for a later download.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::Refusal;

/// A file to download.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) content: Bytes,
    pub(crate) media_type: &'static str,
}

/// The files that can be downloaded, by their tokens.
#[derive(Default)]
pub(crate) struct Files {
    kept: Mutex<HashMap<String, Kept>>,
    /// End of the last day whose bills were released early, in seconds since 1970.
    released: AtomicI64,
}

struct Kept {
    mchid: String,
    file: File,
    /// Seconds since 1970.
    until: i64,
}

impl Files {
    /// Stores a file for the merchant that asked for it, and drops expired files.
    pub(crate) fn keep(&self, token: String, mchid: &str, file: File, now: i64) {
        let mut files = self.open();
        files.retain(|_, kept| now < kept.until);
        files.insert(token, Kept { mchid: mchid.to_owned(), file, until: now.saturating_add(LIFE) });
    }

    /// The file whose token is in the query. It can be fetched again.
    pub(crate) fn take(&self, mchid: &str, query: &str, now: i64) -> Result<File, Refusal> {
        let token = query.split('&').find_map(|parameter| parameter.strip_prefix("token="));
        let token = token.ok_or_else(|| Refusal::parameter("缺少token", None))?;
        let files = self.open();
        // The code is documented; the words are a choice.
        let kept = files.get(token).filter(|kept| now < kept.until);
        let kept = kept.ok_or_else(|| Refusal::invalid_request("下载链接已失效，请重新申请"))?;
        if kept.mchid == mchid { Ok(kept.file.clone()) } else { Err(Refusal::no_auth()) }
    }

    /// Releases the bills of all days before `time` early.
    pub(crate) fn release_until(&self, time: i64) {
        self.released.fetch_max(time, Ordering::Relaxed);
    }

    /// End of the last day whose bills were released early, in seconds since 1970.
    pub(crate) fn released_until(&self) -> i64 {
        self.released.load(Ordering::Relaxed)
    }

    fn open(&self) -> MutexGuard<'_, HashMap<String, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Path of downloads.
pub(crate) const PLACE: &str = "/v3/billdownload/file";
/// Lifetime of a download URL, in seconds.
const LIFE: i64 = 5 * 60;
