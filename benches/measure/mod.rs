//! What every bench does: figures of the CPU time of this process, so that other work on the machine counts little.

use std::time::Duration;

use cpu_time::ProcessTime;

/// The median CPU time of `runs` runs.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn median(runs: usize, mut run: impl FnMut(usize)) -> Duration {
    middle((0..runs).map(|index| timed(|| run(index))).collect())
}

/// The CPU time of one run.
pub fn timed(run: impl FnOnce()) -> Duration {
    let start = ProcessTime::now();
    run();
    start.elapsed()
}

/// The one in the middle.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// For a column of a table.
pub fn milliseconds(time: Duration) -> String {
    format!("{:9.3}", time.as_secs_f64() * 1000.0)
}

/// Median, mean and the time that 95 of 100 runs keep, for a row of a table.
#[allow(dead_code, reason = "each bench takes what it needs")]
pub fn spread(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap_or(1);
    let p95 = times[(times.len() * 95).div_ceil(100) - 1];
    [times[times.len() / 2], mean, p95].map(milliseconds).join(" ")
}
