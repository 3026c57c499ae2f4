//! What this process, or this thread, has used.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// CPU time of all threads, in user and kernel.
#[must_use]
pub fn cpu() -> Duration {
    duration(ClockId::ProcessCPUTime)
}

/// CPU time of this thread, in user and kernel: what other processes do is not in it.
#[must_use]
pub fn thread_cpu() -> Duration {
    duration(ClockId::ThreadCPUTime)
}

/// The most memory that was ever resident, in KiB.
#[must_use]
pub fn peak_memory() -> u64 {
    status("VmHWM:")
}

/// The memory that is resident, in KiB.
#[must_use]
pub fn memory() -> u64 {
    status("VmRSS:")
}

fn duration(clock: ClockId) -> Duration {
    clock_gettime(clock).try_into().expect("a clock that counts from 0")
}

fn status(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a Linux");
    let value = status.lines().find_map(|text| text.strip_prefix(line)).expect("a line of that name");
    value.trim().trim_end_matches(" kB").parse().expect("a number of KiB")
}
