//! Banded `LDLᵀ` factorisation of the rod's tangent stiffness.
//!
//! **Invariant:** the buffers are made once; a factorisation allocates nothing and its order of operations is fixed.

/// Entries left of the diagonal in a row: three nodes of three coordinates reach back eight.
pub(super) const BAND: usize = 8;
const WIDTH: usize = BAND + 1;

/// A symmetric banded matrix; row `i` holds the columns `i − BAND ..= i`.
#[derive(Clone, Debug)]
pub(super) struct Banded {
    rows: Vec<[f64; WIDTH]>,
    inverse: Vec<f64>,
}

impl Banded {
    pub(super) fn new(size: usize) -> Self {
        Self { rows: vec![[0.0; WIDTH]; size], inverse: vec![0.0; size] }
    }

    /// Adds to the entry (row, column); only the lower triangle counts.
    pub(super) fn add(&mut self, row: usize, column: usize, value: f64) {
        if column <= row {
            self.rows[row][column + BAND - row] += value;
        }
    }

    pub(super) fn copy_from(&mut self, other: &Self) {
        self.rows.copy_from_slice(&other.rows);
    }

    /// Adds `shift` to the diagonal and factorises in place; false when the matrix is not positive definite.
    pub(super) fn factorise(&mut self, shift: f64) -> bool {
        let n = self.rows.len();
        for i in 0..n {
            let mut row = self.rows[i];
            row[BAND] += shift;
            // Row i becomes L·D first (entries times the pivots), then L.
            let first = i.saturating_sub(BAND);
            for j in first..i {
                let other = &self.rows[j];
                let start = first.max(j.saturating_sub(BAND));
                let mut sum = row[j + BAND - i];
                for k in start..j {
                    sum -= row[k + BAND - i] * other[k + BAND - j];
                }
                row[j + BAND - i] = sum;
            }
            let mut pivot = row[BAND];
            for j in first..i {
                let scaled = row[j + BAND - i];
                let l = scaled * self.inverse[j];
                pivot -= scaled * l;
                row[j + BAND - i] = l;
            }
            if pivot.is_nan() || pivot <= 1e-9 {
                return false;
            }
            row[BAND] = pivot;
            self.inverse[i] = 1.0 / pivot;
            self.rows[i] = row;
        }
        true
    }

    /// Solves in place with the factors.
    #[expect(clippy::needless_range_loop, reason = "the indices are those of a banded matrix")]
    pub(super) fn solve(&self, x: &mut [f64]) {
        let n = self.rows.len();
        for i in 0..n {
            let mut sum = x[i];
            for j in i.saturating_sub(BAND)..i {
                sum -= self.rows[i][j + BAND - i] * x[j];
            }
            x[i] = sum;
        }
        for i in 0..n {
            x[i] *= self.inverse[i];
        }
        for i in (0..n).rev() {
            let xi = x[i];
            for j in i.saturating_sub(BAND)..i {
                x[j] -= self.rows[i][j + BAND - i] * xi;
            }
        }
    }
}
