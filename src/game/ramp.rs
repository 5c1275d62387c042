//! The colour ramps of maps: the same on the skin and in their legends.
//!
//! **Invariant:** each map has a ramp of its own; all are perceptually even, rise in lightness, and are safe for the colour-blind.

/// Which ramp.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ramp {
    /// Dose: viridis (van der Walt & Smith 2015).
    #[default]
    Dose,
    /// Nodules: inferno (van der Walt & Smith 2015).
    Nodules,
    /// Response: dark blue to cyan, which no skin is: near white the highest places would look bare [design].
    Response,
}

const VIRIDIS: &[[u8; 3]] = &[
    [68, 1, 84],
    [71, 44, 122],
    [59, 81, 139],
    [44, 113, 142],
    [33, 144, 141],
    [39, 173, 129],
    [92, 200, 99],
    [170, 220, 50],
    [253, 231, 37],
];
const INFERNO: &[[u8; 3]] = &[
    [0, 0, 4],
    [27, 12, 66],
    [75, 12, 107],
    [120, 28, 109],
    [165, 44, 96],
    [207, 68, 70],
    [237, 105, 37],
    [251, 154, 6],
    [247, 208, 60],
    [252, 255, 164],
];
const BLUES: &[[u8; 3]] = &[[8, 48, 107], [8, 84, 160], [10, 120, 190], [30, 155, 212], [60, 190, 228], [110, 232, 244]];

impl Ramp {
    /// Its colours at even steps, sRGB.
    #[must_use]
    pub fn steps(self) -> &'static [[u8; 3]] {
        match self {
            Self::Dose => VIRIDIS,
            Self::Nodules => INFERNO,
            Self::Response => BLUES,
        }
    }

    /// Colour of a share 0 to 1, sRGB.
    #[must_use]
    pub fn at(self, share: f32) -> [u8; 3] {
        let steps = self.steps();
        let x = share.clamp(0.0, 1.0) * (steps.len() - 1) as f32;
        let low = (x as usize).min(steps.len() - 2);
        let t = (x - low as f32).min(1.0);
        std::array::from_fn(|c| (f32::from(steps[low][c]) * (1.0 - t) + f32::from(steps[low + 1][c]) * t).round() as u8)
    }
}
