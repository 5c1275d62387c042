//! Phenotype: what a patient is like, in a handful of numbers that a patient file can hold.

use std::ops::RangeInclusive;

/// Sex, as it shapes the head and the skin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    #[default]
    Female,
    /// Male.
    Male,
}

/// Share of the base mesh's three facial types; only the proportions count. Equal shares are the base.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FacialType {
    /// 0..=1.
    pub african: f64,
    /// 0..=1.
    pub asian: f64,
    /// 0..=1.
    pub european: f64,
}

impl Default for FacialType {
    fn default() -> Self {
        FacialType {
            african: 1.0,
            asian: 1.0,
            european: 1.0,
        }
    }
}

/// Individual shape, each −1..=1 with 0 as the base: negative is smaller, lower, narrower or softer; ±1 is a marked but human difference [design].
#[derive(Clone, Copy, Debug, PartialEq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "the names say what is larger")]
pub struct Shape {
    pub cheek_volume: f64,
    pub cheek_bones: f64,
    pub cheek_inner: f64,
    pub cheek_height: f64,
    pub chin_prominence: f64,
    pub chin_height: f64,
    pub chin_width: f64,
    pub jaw_width: f64,
    pub jaw_drop: f64,
    pub double_chin: f64,
    pub head_width: f64,
    pub head_height: f64,
    pub neck_width: f64,
    pub neck_depth: f64,
    pub nose_length: f64,
    pub nose_width: f64,
    pub nose_depth: f64,
    pub nose_hump: f64,
    pub nose_tip: f64,
    pub mouth_width: f64,
    pub mouth_corners: f64,
    pub lip_volume: f64,
    pub brow_height: f64,
    pub eye_bag: f64,
    pub temple: f64,
    pub forehead: f64,
    pub head_size: f64,
    pub head_depth: f64,
}

impl Shape {
    /// Names of all sliders.
    pub const NAMES: [&'static str; 28] = [
        "cheek_volume", "cheek_bones", "cheek_inner", "cheek_height", "chin_prominence", "chin_height", "chin_width", "jaw_width",
        "jaw_drop", "double_chin", "head_width", "head_height", "neck_width", "neck_depth", "nose_length", "nose_width", "nose_depth",
        "nose_hump", "nose_tip", "mouth_width", "mouth_corners", "lip_volume", "brow_height", "eye_bag", "temple", "forehead", "head_size",
        "head_depth",
    ];

    /// The slider of a name.
    pub fn slider_mut(&mut self, name: &str) -> Option<&mut f64> {
        Some(match name {
            "cheek_volume" => &mut self.cheek_volume,
            "cheek_bones" => &mut self.cheek_bones,
            "cheek_inner" => &mut self.cheek_inner,
            "cheek_height" => &mut self.cheek_height,
            "chin_prominence" => &mut self.chin_prominence,
            "chin_height" => &mut self.chin_height,
            "chin_width" => &mut self.chin_width,
            "jaw_width" => &mut self.jaw_width,
            "jaw_drop" => &mut self.jaw_drop,
            "double_chin" => &mut self.double_chin,
            "head_width" => &mut self.head_width,
            "head_height" => &mut self.head_height,
            "neck_width" => &mut self.neck_width,
            "neck_depth" => &mut self.neck_depth,
            "nose_length" => &mut self.nose_length,
            "nose_width" => &mut self.nose_width,
            "nose_depth" => &mut self.nose_depth,
            "nose_hump" => &mut self.nose_hump,
            "nose_tip" => &mut self.nose_tip,
            "mouth_width" => &mut self.mouth_width,
            "mouth_corners" => &mut self.mouth_corners,
            "lip_volume" => &mut self.lip_volume,
            "brow_height" => &mut self.brow_height,
            "eye_bag" => &mut self.eye_bag,
            "temple" => &mut self.temple,
            "forehead" => &mut self.forehead,
            "head_size" => &mut self.head_size,
            "head_depth" => &mut self.head_depth,
            _ => return None,
        })
    }

    /// The sliders that scale the head instead of adding a morph, with their names: all of it, and the part behind the ears.
    pub fn scales(&self) -> [(&'static str, f64); 2] {
        [("head_size", self.head_size), ("head_depth", self.head_depth)]
    }

    /// Every slider that is a morph, with its name, which is also its morph's.
    pub fn sliders(&self) -> [(&'static str, f64); 26] {
        [
            ("cheek_volume", self.cheek_volume),
            ("cheek_bones", self.cheek_bones),
            ("cheek_inner", self.cheek_inner),
            ("cheek_height", self.cheek_height),
            ("chin_prominence", self.chin_prominence),
            ("chin_height", self.chin_height),
            ("chin_width", self.chin_width),
            ("jaw_width", self.jaw_width),
            ("jaw_drop", self.jaw_drop),
            ("double_chin", self.double_chin),
            ("head_width", self.head_width),
            ("head_height", self.head_height),
            ("neck_width", self.neck_width),
            ("neck_depth", self.neck_depth),
            ("nose_length", self.nose_length),
            ("nose_width", self.nose_width),
            ("nose_depth", self.nose_depth),
            ("nose_hump", self.nose_hump),
            ("nose_tip", self.nose_tip),
            ("mouth_width", self.mouth_width),
            ("mouth_corners", self.mouth_corners),
            ("lip_volume", self.lip_volume),
            ("brow_height", self.brow_height),
            ("eye_bag", self.eye_bag),
            ("temple", self.temple),
            ("forehead", self.forehead),
        ]
    }
}

/// What a patient is like. A head and its layers follow from it and from nothing else.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Phenotype {
    /// Sex.
    pub sex: Sex,
    /// Age in years, 18..=90.
    pub age_years: f64,
    /// Body mass index in kg/m², 15..=42.
    pub bmi: f64,
    /// Looseness of skin and ligaments: 0 taut .. 1 sagging.
    pub skin_laxity: f64,
    /// Fitzpatrick skin type, 1..=6.
    pub skin_type: u8,
    /// Left–right difference, 0 none .. 1 marked.
    pub asymmetry: f64,
    /// Which person of this kind: chooses the asymmetries and, times `individuality`, the shape.
    pub seed: u64,
    /// How far `seed` may move the shape sliders, 0..=1.
    pub individuality: f64,
    /// Facial type.
    pub facial_type: FacialType,
    /// Shape sliders.
    pub shape: Shape,
}

impl Default for Phenotype {
    fn default() -> Self {
        Phenotype {
            sex: Sex::Female,
            age_years: 45.0,
            bmi: 23.0,
            skin_laxity: 0.25,
            skin_type: 2,
            asymmetry: 0.0,
            seed: 1,
            individuality: 0.0,
            facial_type: FacialType::default(),
            shape: Shape::default(),
        }
    }
}

/// A field of a phenotype outside its range.
#[derive(Clone, Debug, PartialEq)]
pub struct PhenotypeProblem {
    /// Path of the field, such as `shape.jaw_width`.
    pub field: String,
    /// Its value.
    pub got: f64,
    /// What is allowed.
    pub allowed: RangeInclusive<f64>,
}

impl Phenotype {
    /// Every field outside its range (empty: the phenotype can be built).
    pub fn problems(&self) -> Vec<PhenotypeProblem> {
        let mut fields = vec![
            ("age_years".to_owned(), self.age_years, 18.0..=90.0),
            ("bmi".to_owned(), self.bmi, 15.0..=42.0),
            ("skin_laxity".to_owned(), self.skin_laxity, 0.0..=1.0),
            ("skin_type".to_owned(), f64::from(self.skin_type), 1.0..=6.0),
            ("asymmetry".to_owned(), self.asymmetry, 0.0..=1.0),
            ("individuality".to_owned(), self.individuality, 0.0..=1.0),
            (
                "facial_type.african".to_owned(),
                self.facial_type.african,
                0.0..=1.0,
            ),
            (
                "facial_type.asian".to_owned(),
                self.facial_type.asian,
                0.0..=1.0,
            ),
            (
                "facial_type.european".to_owned(),
                self.facial_type.european,
                0.0..=1.0,
            ),
        ];
        fields.extend(
            self.shape
                .sliders()
                .into_iter()
                .chain(self.shape.scales())
                .map(|(name, value)| (format!("shape.{name}"), value, -1.0..=1.0)),
        );
        let sum = self.facial_type.african + self.facial_type.asian + self.facial_type.european;
        fields.push(("facial_type".to_owned(), sum, 0.01..=3.0));
        fields.retain(|(_, got, allowed)| !allowed.contains(got));
        fields
            .into_iter()
            .map(|(field, got, allowed)| PhenotypeProblem {
                field,
                got,
                allowed,
            })
            .collect()
    }
}
