//! Resources that this process, or this thread, has used.

use std::path::Path;
use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// CPU time of all threads, in user and kernel.
#[must_use]
pub fn cpu() -> Duration {
    duration(ClockId::ProcessCPUTime)
}

/// CPU time of this thread, in user and kernel; that of other threads and processes is not included.
#[must_use]
pub fn thread_cpu() -> Duration {
    duration(ClockId::ThreadCPUTime)
}

/// Peak resident memory, in KiB.
#[must_use]
pub fn peak_memory() -> u64 {
    status("VmHWM:")
}

/// Resident memory, in KiB.
#[must_use]
pub fn memory() -> u64 {
    status("VmRSS:")
}

/// The number of times that the present threads of this process gave up their processor to wait.
#[must_use]
pub fn waits() -> u64 {
    let threads = std::fs::read_dir("/proc/self/task").expect("a Linux");
    let folders = threads.map(|thread| thread.expect("a thread").path());
    folders.map(|folder| line(&folder.join("status"), "voluntary_ctxt_switches:")).sum()
}

fn duration(clock: ClockId) -> Duration {
    clock_gettime(clock).try_into().expect("a clock that counts from 0")
}

fn status(name: &str) -> u64 {
    line(Path::new("/proc/self/status"), name)
}

fn line(file: &Path, name: &str) -> u64 {
    let status = std::fs::read_to_string(file).expect("a file of the kernel's");
    let value = status.lines().find_map(|text| text.strip_prefix(name)).expect("a line of that name");
    value.trim().trim_end_matches(" kB").parse().expect("a number, perhaps of KiB")
}
