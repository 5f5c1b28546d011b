//! When the statements of a session will end: an addition that everybody can follow.

use super::Statement;
use super::podium::{PodiumStage, Running, Turn};

/// When a session will end, and how that is counted. All are seconds but the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// From this moment on it is counted.
    pub from: i64,
    /// What is left to who speaks, or of the change of speaker.
    pub rest_secs: i64,
    /// So many are still to speak.
    pub speakers: usize,
    /// So long each of them is expected to speak.
    pub mean_secs: i64,
    /// Of so many that is the mean; of none where it is the usual length.
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
    /// So long all statements together are expected to be.
    #[must_use]
    pub fn statements_secs(&self) -> i64 {
        self.mean_secs * count(self.speakers)
    }

    /// So long all changes of speaker are.
    #[must_use]
    pub fn changeovers_secs(&self) -> i64 {
        self.pause_secs * count(self.changeovers)
    }

    fn ended(mut self) -> Self {
        let parts = [self.rest_secs, self.statements_secs(), self.changeovers_secs(), self.chair_secs];
        self.end = parts.into_iter().fold(self.from, i64::saturating_add);
        self
    }

    /// The same with so many speakers less, each with a change of speaker.
    #[must_use]
    pub fn without(self, speakers: usize) -> Self {
        let gone = speakers.min(self.speakers);
        Self { speakers: self.speakers - gone, changeovers: self.changeovers.saturating_sub(gone), ..self }.ended()
    }

    /// The same where nobody speaks longer than this.
    #[must_use]
    pub fn limited(self, secs: i64) -> Self {
        Self { mean_secs: self.mean_secs.min(secs), ..self }.ended()
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(0)
}

impl Running {
    /// When it will end, if all goes on as it has.
    #[must_use]
    pub fn forecast(&self) -> Forecast {
        let speakers = self.to_come.len();
        let pause_secs = i64::from(self.pause_secs);
        let stage = self.stage();
        let opening = self.opening_secs();
        let (rest_secs, changeovers) = match stage {
            PodiumStage::Speaking => (self.speaker.as_ref().map_or(0, Turn::left_secs).max(0), speakers),
            PodiumStage::Between if speakers > 0 => {
                let gone = self.last_end().map_or(0, |end| self.now.saturating_sub(end).max(0));
                ((pause_secs - gone).max(0), speakers - 1)
            }
            _ => (0, speakers.saturating_sub(1)),
        };
        let (mean_secs, measured) = self.mean();
        let from = match (stage, self.podium.closed) {
            (PodiumStage::Over, Some(closed)) => closed,
            // Nobody opens it any more when its time is over.
            (PodiumStage::Waiting, _) if self.now >= self.ends => self.starts,
            (PodiumStage::Waiting, _) => self.now.max(self.starts),
            _ => self.now,
        };
        let chair_secs = (i64::from(self.chair_secs) - opening).max(0);
        let forecast =
            Forecast { from, rest_secs, speakers, mean_secs, measured, changeovers, pause_secs, chair_secs, end: from };
        if stage == PodiumStage::Over { forecast } else { forecast.ended() }
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
        let first = forecast.from.saturating_add(forecast.rest_secs + first + opening);
        let each = forecast.mean_secs + forecast.pause_secs;
        (0..self.to_come.len()).map(|at| first.saturating_add(each * count(at))).collect()
    }

    /// So long those spoke on average who have, and how many those are; the usual length where nobody has.
    fn mean(&self) -> (i64, usize) {
        let sum = self.given.iter().map(|turn| turn.secs).fold(0, i64::saturating_add);
        let all = count(self.given.len());
        let mean = if all == 0 { i64::from(Statement::USUAL_SECS) } else { (sum + all / 2).div_euclid(all) };
        let limit = self.podium.limit_secs.map_or(mean, i64::from);
        (mean.min(limit), self.given.len())
    }

    /// So long the chair has spoken before the first speaker.
    fn opening_secs(&self) -> i64 {
        let Some(opened) = self.podium.opened else { return 0 };
        let first = self.given.first().or(self.speaker.as_ref()).map_or(self.now, |turn| turn.begun);
        first.saturating_sub(opened).max(0) - self.podium.stopped_secs(opened, first)
    }
}
