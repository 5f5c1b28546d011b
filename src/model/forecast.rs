//! When the statements of a session will end: an addition that everybody can follow.

use super::podium::{PodiumStage, Running, Turn};
use super::{Statement, StatementId};

/// When a session will end, and how that is counted. All are seconds but the counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// From this moment on it is counted.
    pub from: i64,
    /// What is left to who speaks, or of the change of speaker.
    pub rest_secs: i64,
    /// So long each who is still to speak is expected to, in their order.
    pub each_secs: Vec<i64>,
    /// From so many who have spoken that is told; from none where each is expected to take what was given.
    pub measured: usize,
    /// So many changes of speaker are to come.
    pub changeovers: usize,
    /// So long each of those is.
    pub pause_secs: i64,
    /// What is left of the words of the chair.
    pub chair_secs: i64,
    /// When it will end.
    pub end: i64,
}

impl Forecast {
    /// Of so many speakers a mean tells something.
    pub const ENOUGH: usize = 3;

    /// So long all statements together are expected to be.
    #[must_use]
    pub fn statements_secs(&self) -> i64 {
        self.each_secs.iter().fold(0, |sum, secs| sum.saturating_add(*secs))
    }

    /// So long one of them is on average.
    #[must_use]
    pub fn mean_secs(&self) -> i64 {
        let count = count(self.each_secs.len()).max(1);
        self.statements_secs().saturating_add(count / 2).div_euclid(count)
    }

    /// So long all changes of speaker are.
    #[must_use]
    pub fn changeovers_secs(&self) -> i64 {
        self.pause_secs.saturating_mul(count(self.changeovers))
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(0)
}

impl Running {
    /// When it will end, if all goes on as it has.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        self.forecast_without(&[], None)
    }

    /// The same without some of those who are to come, and where nobody speaks longer than this.
    #[must_use]
    pub fn forecast_without(&self, gone: &[StatementId], limit_secs: Option<i64>) -> Forecast {
        let coming = self.to_come.iter().filter(|row| !gone.contains(&row.id));
        let limit = limit_secs.unwrap_or(i64::MAX);
        let each_secs: Vec<i64> = coming.map(|row| self.expected_secs(row).min(limit)).collect();
        let speakers = each_secs.len();
        let pause_secs = i64::from(self.pause_secs);
        let stage = self.stage();
        let (rest_secs, changeovers) = match stage {
            PodiumStage::Speaking => (self.speaker.as_ref().map_or(0, Turn::left_secs).max(0), speakers),
            PodiumStage::Between if speakers > 0 => {
                let passed = self.last_end().map_or(0, |end| self.now.saturating_sub(end).max(0));
                (pause_secs.saturating_sub(passed).max(0), speakers - 1)
            }
            _ => (0, speakers.saturating_sub(1)),
        };
        let from = match (stage, self.podium.closed) {
            (PodiumStage::Over, Some(closed)) => closed,
            // Nobody opens it any more when its time is over.
            (PodiumStage::Waiting, _) if self.now >= self.ends => self.starts,
            (PodiumStage::Waiting, _) => self.now.max(self.starts),
            _ => self.now,
        };
        let chair_secs = i64::from(self.chair_secs).saturating_sub(self.opening_secs()).max(0);
        let measured = if self.is_measured() { self.given.len() } else { 0 };
        let mut forecast =
            Forecast { from, rest_secs, each_secs, measured, changeovers, pause_secs, chair_secs, end: from };
        if stage != PodiumStage::Over {
            let parts = [rest_secs, forecast.statements_secs(), forecast.changeovers_secs(), chair_secs];
            forecast.end = parts.into_iter().fold(from, i64::saturating_add);
        }
        forecast
    }

    /// So many seconds it will end after its time; less than none where it will be early.
    #[must_use]
    pub fn late_secs(&self) -> i64 {
        self.forecast().end.saturating_sub(self.ends)
    }

    /// When each who is still to speak will begin.
    #[must_use]
    pub fn begins(&self) -> Vec<i64> {
        let forecast = self.forecast();
        let first = if self.stage() == PodiumStage::Speaking { forecast.pause_secs } else { 0 };
        let opening = if self.given.is_empty() && self.speaker.is_none() { forecast.chair_secs / 2 } else { 0 };
        let mut at = forecast.from.saturating_add(forecast.rest_secs).saturating_add(first).saturating_add(opening);
        let next = |secs: &i64| {
            let begins = at;
            at = at.saturating_add(*secs).saturating_add(forecast.pause_secs);
            begins
        };
        forecast.each_secs.iter().map(next).collect()
    }

    /// So long somebody is expected to speak: what was given, in the measure of those who have spoken as soon as they are enough.
    fn expected_secs(&self, statement: &Statement) -> i64 {
        let length = i64::from(self.length_secs(statement));
        if !self.is_measured() {
            return length;
        }
        let sum = |of: fn(&Turn) -> i64| self.given.iter().map(of).fold(0_i64, i64::saturating_add);
        let (spoken, given) = (sum(|turn| turn.secs), sum(|turn| i64::from(turn.statement.length_secs)).max(1));
        let expected = length.saturating_mul(spoken).saturating_add(given / 2).div_euclid(given);
        // Who is held to a limit keeps to it.
        if self.podium.limit_secs.is_some() { expected.min(length) } else { expected }
    }

    fn is_measured(&self) -> bool {
        self.given.len() >= Forecast::ENOUGH
    }

    /// So long the chair has spoken before the first speaker.
    fn opening_secs(&self) -> i64 {
        let Some(opened) = self.podium.opened else { return 0 };
        let first = self.given.first().or(self.speaker.as_ref()).map_or(self.now, |turn| turn.begun);
        first.saturating_sub(opened).max(0).saturating_sub(self.podium.stopped_secs(opened, first))
    }
}
