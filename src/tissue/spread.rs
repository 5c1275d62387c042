//! Where the mass of a deposit lies: which layers, and how wide on the skin.
//!
//! **Invariant:** the shares of the layers sum to 1, and a port that lies deeper never leaves a greater share above any boundary.

use crate::anatomy::{Layer, LayerStack};
use crate::geom::math;
use crate::product::MixtureTraits;

/// Width ÷ height of a deposit's cross-section; larger: flatter, so less of it reaches the neighbouring layers.
/// Product spreads more easily along the fat's lamellae than across them [design].
const FLATNESS: f64 = 1.5;
/// Half-size of the port as a blur (SD, mm) of the depth at which product leaves it: a quarter of an opening of 0.4–0.5 mm [design].
const PORT_SD_MM: f64 = 0.1;

/// How stiff each layer is against being pushed apart by product: Young's moduli in N/mm². Only their ratios matter here.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stiffness {
    /// Epidermis: taken as twice the dermis [uncertain].
    pub epidermis_n_mm2: f64,
    /// Dermis: 0.5–3 N/mm² by direction [found: F56, weak].
    pub dermis_n_mm2: f64,
    /// Superficial fat: 1–20 kPa [recalled: general].
    pub fat_n_mm2: f64,
    /// SMAS or platysma: as the dermis [uncertain].
    pub smas_n_mm2: f64,
    /// Deep fat and muscle: 10–30 kPa [uncertain].
    pub deep_n_mm2: f64,
}

impl Default for Stiffness {
    fn default() -> Self {
        Self { epidermis_n_mm2: 2.0, dermis_n_mm2: 1.0, fat_n_mm2: 0.01, smas_n_mm2: 1.0, deep_n_mm2: 0.02 }
    }
}

impl Stiffness {
    /// Shear modulus of a layer in Pa: a third of Young's (tissue keeps its volume); of what is no tissue, that of the dermis.
    #[must_use]
    pub fn shear_pa(&self, layer: Layer) -> f64 {
        let young = match layer {
            Layer::Epidermis => self.epidermis_n_mm2,
            Layer::Fat => self.fat_n_mm2,
            Layer::Smas => self.smas_n_mm2,
            Layer::Deep => self.deep_n_mm2,
            Layer::Dermis | Layer::Outside | Layer::Bone => self.dermis_n_mm2,
        };
        young * 1e6 / 3.0
    }

    fn by_layer(&self) -> [f64; 5] {
        [self.epidermis_n_mm2, self.dermis_n_mm2, self.fat_n_mm2, self.smas_n_mm2, self.deep_n_mm2]
    }
}

/// Share of a deposit's mass in each layer; sums to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LayerShare {
    /// In the epidermis.
    pub epidermis: f64,
    /// In the dermis.
    pub dermis: f64,
    /// In the superficial fat.
    pub fat: f64,
    /// In SMAS or platysma.
    pub smas: f64,
    /// Below it.
    pub deep: f64,
}

impl LayerShare {
    /// Share above the dermal–fat boundary: in epidermis and dermis.
    #[must_use]
    pub fn dermal(&self) -> f64 {
        self.epidermis + self.dermis
    }

    /// Share in a layer (none outside and in bone).
    #[must_use]
    pub fn of(&self, layer: Layer) -> f64 {
        match layer {
            Layer::Epidermis => self.epidermis,
            Layer::Dermis => self.dermis,
            Layer::Fat => self.fat,
            Layer::Smas => self.smas,
            Layer::Deep => self.deep,
            Layer::Outside | Layer::Bone => 0.0,
        }
    }

    /// The shares from the epidermis downwards.
    #[must_use]
    pub fn to_array(self) -> [f64; 5] {
        [self.epidermis, self.dermis, self.fat, self.smas, self.deep]
    }
}

impl From<[f64; 5]> for LayerShare {
    fn from([epidermis, dermis, fat, smas, deep]: [f64; 5]) -> Self {
        Self { epidermis, dermis, fat, smas, deep }
    }
}

/// Radius in mm of the product that lies about a place: `volume_ul` within a ball whose product reaches over `length_mm`
/// along the track, out of a window of `window_mm`.
///
/// V = πr²L + (1 − L/window)·4πr³/3: a cylinder when product fills the window, a sphere when it lies at one point, its
/// ends rounded in between. Solved by Newton's method; the left side grows with r, so the root is one.
#[must_use]
pub fn bead_radius_mm(volume_ul: f64, length_mm: f64, window_mm: f64) -> f64 {
    use std::f64::consts::PI;
    if volume_ul <= 0.0 {
        return 0.0;
    }
    let length = length_mm.clamp(0.0, window_mm);
    let rounded = (1.0 - length / window_mm) * 4.0 / 3.0 * PI;
    let cylinder = PI * length;
    // Above the root (one term alone carries the volume), from where Newton falls monotonically.
    let mut r = if rounded * window_mm > cylinder {
        math::pow(volume_ul / rounded, 1.0 / 3.0)
    } else {
        (volume_ul / cylinder).sqrt()
    };
    for _ in 0..30 {
        let excess = (rounded * r + cylinder) * r * r - volume_ul;
        let step = excess / ((3.0 * rounded * r + 2.0 * cylinder) * r);
        r -= step;
        if step.abs() <= 1e-10 * r {
            break;
        }
    }
    r
}

/// Half-height and half-width in mm of the region that the particles come to occupy, for product of radius `radius_mm`
/// as injected: an ellipse of `spread` times its cross-section, [`FLATNESS`] times as wide as high.
#[must_use]
pub fn half_axes_mm(radius_mm: f64, mixture: &MixtureTraits) -> (f64, f64) {
    let grown = radius_mm * mixture.spread.sqrt();
    (grown / FLATNESS.sqrt(), grown * FLATNESS.sqrt())
}

/// Standard deviation in mm of a deposit's mass across its track in the plane of the skin: half of its half-width, as for an even ellipse.
#[must_use]
pub fn skin_sigma_mm(radius_mm: f64, mixture: &MixtureTraits) -> f64 {
    0.5 * half_axes_mm(radius_mm, mixture).1
}

/// Where product that left a port at `depth_mm` comes to lie, given its half-height (mm).
///
/// Over the depth a Gaussian with the variance of an even ellipse (SD = half of the half-height) and of the port, cut at skin and bone; each layer
/// weighs as much as product gets into it from the layer of the port: a step into a stiffer layer multiplies by the ratio
/// of the stiffnesses, a step into a softer one costs nothing. So product laid in fat stays out of the dermis, and product laid
/// in the dermis stays there save for what reaches the fat. A port across a boundary leaves its parts by either rule. All in closed form (erf).
#[must_use]
pub fn layer_share(depth_mm: f64, half_height_mm: f64, stack: &LayerStack, stiffness: &Stiffness) -> LayerShare {
    let sigma = math::hypot(0.5 * half_height_mm, PORT_SD_MM);
    let port = layer_masses(depth_mm, PORT_SD_MM, stack);
    let spread = layer_masses(depth_mm, sigma, stack);
    let hard = stiffness.by_layer();
    let mut shares = [0.0; 5];
    for (from, &part) in port.iter().enumerate() {
        if part <= 0.0 {
            continue;
        }
        let mut weighted = spread;
        let mut way = 1.0;
        for to in (0..from).rev() {
            way *= (hard[to + 1] / hard[to]).min(1.0);
            weighted[to] *= way;
        }
        way = 1.0;
        for to in from + 1..5 {
            way *= (hard[to - 1] / hard[to]).min(1.0);
            weighted[to] *= way;
        }
        let total: f64 = weighted.iter().sum();
        for (share, weight) in shares.iter_mut().zip(weighted) {
            *share += part * weight / total;
        }
    }
    shares.into()
}

/// Share of a Gaussian (mean and SD in mm of depth) in each layer, cut at the skin and at bone; sums to 1.
fn layer_masses(depth_mm: f64, sigma_mm: f64, stack: &LayerStack) -> [f64; 5] {
    let bounds = [0.0, stack.epidermis_mm, stack.dermis_mm, stack.fat_mm, stack.smas_mm, stack.bone_mm];
    // A mean outside the tissue would leave nothing to share out.
    let depth = depth_mm.clamp(0.0, stack.bone_mm);
    let scale = 1.0 / (sigma_mm * std::f64::consts::SQRT_2);
    let below = bounds.map(|bound| math::erf((bound - depth) * scale));
    let total = below[5] - below[0];
    std::array::from_fn(|i| (below[i + 1] - below[i]) / total)
}
