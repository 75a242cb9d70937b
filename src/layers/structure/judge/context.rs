//! What the neighbours of a candidate, and those written alike, say of it once all have had a first look.

use super::Weighed;
use super::features::{self as f, Features};
use super::page::Lines;
use crate::words::model::Feature;
use std::collections::HashMap;

/// Scores are held within these bounds.
const BOUND: f32 = 6.0;

/// Sets the features of the second look, by the scores of the first.
pub(super) fn look(all: &mut [Weighed], scores: &[f32], lines: &Lines) {
    // The best candidate that begins at each line.
    let mut best = vec![f32::NEG_INFINITY; lines.all.len()];
    // The best one that begins above a line and takes it.
    let mut covering = vec![f32::NEG_INFINITY; lines.all.len()];
    for (weighed, &score) in all.iter().zip(scores) {
        let candidate = weighed.candidate;
        best[candidate.first] = best[candidate.first].max(score);
        for line in &mut covering[candidate.first + 1..=candidate.last] {
            *line = line.max(score);
        }
    }
    let mut alike: HashMap<u32, (f32, u32)> = HashMap::new();
    let (mut sure, mut seen) = (0, usize::MAX);
    for (weighed, &score) in all.iter().zip(scores) {
        let first = weighed.candidate.first;
        if first == seen || score < best[first] {
            continue;
        }
        seen = first;
        sure += usize::from(score > 0.0);
        let of_form = alike.entry(form(&weighed.features)).or_insert((0.0, 0));
        of_form.0 += score.clamp(-BOUND, BOUND);
        of_form.1 += 1;
    }
    let density = sure * 100 / lines.all.len().max(1);
    for index in 0..all.len() {
        let candidate = all[index].candidate;
        let score = scores[index];
        let key = form(&all[index].features);
        let own = best[candidate.first];
        let here = scores_beside(all, scores, index);
        let out = &mut all[index].features;
        out.set_within::<f::Score, _>(score, &[-5.0, -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 5.0]);
        out.set(match here {
            None => f::Rival::None,
            Some(rival) if rival > score + 1.0 => f::Rival::Higher,
            Some(rival) if rival > score - 1.0 => f::Rival::Like,
            Some(_) => f::Rival::Lower,
        });
        // Those alike, without this line itself.
        if let Some(&(sum, count)) = alike.get(&key) {
            let is_best = score >= own;
            let (sum, count) =
                if is_best { (sum - score.clamp(-BOUND, BOUND), count - 1) } else { (sum, count) };
            if count > 0 {
                let mean = sum / count as f32;
                let bucket = [-4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0].iter().filter(|b| mean > **b).count();
                out.set_nth::<f::Alike>(bucket + 1);
            }
            out.set_within::<f::AlikeCount, _>(count, &[0, 1, 3, 8]);
        }
        let beside = |at: Option<usize>| at.and_then(|at| best.get(at)).copied().filter(|s| s.is_finite());
        let bucket = |score: f32| 1 + [-3.0, -1.0, 1.0, 3.0].iter().filter(|b| score > **b).count();
        out.set_nth::<f::ScoreAbove>(beside(candidate.first.checked_sub(1)).map_or(0, bucket));
        out.set_nth::<f::ScoreBelow>(beside(Some(candidate.last + 1)).map_or(0, bucket));
        let above = covering[candidate.first];
        out.set(if !above.is_finite() {
            f::Covered::None
        } else if above > score + 1.0 {
            f::Covered::Higher
        } else if above > score - 1.0 {
            f::Covered::Like
        } else {
            f::Covered::Lower
        });
        let inside =
            best[candidate.first + 1..=candidate.last].iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if inside.is_finite() {
            out.set_nth::<f::Covers>(1 + [-3.0, -1.0, 1.0].iter().filter(|b| inside > **b).count());
        }
        out.set_within::<f::Density, _>(density, &[0, 5, 20]);
    }
}

/// The best score of another candidate that begins at the same line.
fn scores_beside(all: &[Weighed], scores: &[f32], index: usize) -> Option<f32> {
    let first = all[index].candidate.first;
    let before = (0..index).rev().take_while(|&i| all[i].candidate.first == first);
    let after = (index + 1..all.len()).take_while(|&i| all[i].candidate.first == first);
    before.chain(after).map(|i| scores[i]).reduce(f32::max)
}

/// What candidates have in common that are written alike: number, case, type, indent, blanks above.
fn form(features: &Features) -> u32 {
    let value = |group: usize| u32::from(features.0[group]);
    [
        value(f::NumberSort::GROUP),
        value(f::Closed::GROUP),
        u32::from(features.0[f::Words::GROUP] == f::Words::Capitals.value()),
        value(f::Written::GROUP),
        value(f::RealAbove::GROUP).min(1),
        value(f::Indent::GROUP),
        u32::from(features.0[f::End::GROUP] == f::End::Colon.value()),
    ]
    .into_iter()
    .fold(0, |key, value| key * 11 + value)
}
