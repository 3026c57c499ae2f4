//! The day of a bill, in Beijing's time.

use std::ops::Range;

use wxpay::value::Date;

use crate::endpoint::Refusal;

/// Start and end of a day whose bill is available, in seconds since 1970. Days that end by `released` were released early.
pub(super) fn day(day: Date, now: i64, released: i64) -> Result<Range<i64>, Refusal> {
    let begins = time::Date::from(day).midnight().assume_utc().unix_timestamp() - BEIJING;
    let ends = begins + DAY;
    let is_released = ends <= released;
    if now < ends && !is_released {
        let refusal = Refusal::parameter("账单日期不能为当日或未来日期", None);
        return Err(if now >= begins { refusal.breaking(RELEASE) } else { refusal });
    }
    if now >= begins + OLDEST {
        return Err(Refusal::parameter("仅支持下载三个月内的账单", None));
    }
    if now < ends + READY && !is_released {
        return Err(Refusal::statement_creating().breaking(RELEASE));
    }
    Ok(begins..ends)
}

/// End of today.
pub(super) fn end_of_today(now: i64) -> i64 {
    ((now + BEIJING).div_euclid(DAY) + 1) * DAY - BEIJING
}

/// The remedy for a bill that is requested too early.
const RELEASE: &str = "the bill of a day is available from 10:00 of the next day, Beijing time; `POST /api/bills/release` \
    (`Sandbox::release_bills`) makes those of today and of the days before available at once";
const DAY: i64 = 24 * 60 * 60;
/// Seconds that Beijing is ahead of UTC.
const BEIJING: i64 = 8 * 60 * 60;
/// Time after the end of a day at which its bill is available.
const READY: i64 = 10 * 60 * 60;
/// Age at which a bill is no longer available: three months.
const OLDEST: i64 = 92 * DAY;
