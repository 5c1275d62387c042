//! A drill as text: what a drill's file says, laid out as the installed ones are.
//!
//! **Invariant:** what is written reads back equal, for every drill whose numbers are numbers.

use std::fmt::Write;

use serde::Serialize;

use super::RawDrill;

/// A value on one line.
fn line(value: &impl Serialize) -> String {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let pretty = ron::ser::PrettyConfig::new().depth_limit(0).separator(" ");
    options.to_string_pretty(value, pretty).expect("a drill is made of numbers, texts, lists and structs of them")
}

/// The file being written.
struct Text(String);

impl Text {
    fn field(&mut self, name: &str, value: &impl Serialize) {
        self.0 += &format!("    {name}: {},\n", line(value));
    }

    fn optional(&mut self, name: &str, value: Option<&impl Serialize>) {
        if let Some(value) = value {
            self.field(name, value);
        }
    }

    /// A list with one element a line.
    fn list(&mut self, name: &str, values: &[impl Serialize]) {
        self.0 += &format!("    {name}: [\n");
        for value in values {
            self.0 += &format!("        {},\n", line(value));
        }
        self.0 += "    ],\n";
    }
}

impl RawDrill {
    /// The text of its file.
    #[must_use]
    pub fn to_ron(&self) -> String {
        let mut text = Text("(\n".to_owned());
        text.field("version", &self.version);
        for (name, words) in [("id", &self.id), ("title", &self.title), ("site", &self.site), ("brief", &self.brief)] {
            text.field(name, words);
        }
        text.optional("teaching", self.teaching.as_ref());
        text.optional("patient", self.patient.as_ref());
        text.optional("phenotype", self.phenotype.as_ref());
        if let Some(zone) = &self.zone {
            text.list("zone", zone);
        }
        text.optional("region", self.region.as_ref());
        if let Some(polygon) = &self.polygon {
            write!(text.0, "    polygon: (\n        about: {},\n        points: [\n", line(&polygon.about)).expect("a text takes more");
            for point in &polygon.points {
                text.0 += &format!("            {},\n", line(point));
            }
            text.0 += "        ],\n    ),\n";
        }
        text.list("entries", &self.entries);
        text.optional("entry_reach_mm", self.entry_reach_mm.as_ref());
        text.field("plane", &self.plane);
        text.field("product", &self.product);
        for (name, ml) in [("drawn_ml", self.drawn_ml), ("planned_ml", self.planned_ml), ("maximum_ml", self.maximum_ml)] {
            text.field(name, &ml);
        }
        text.field("cannula", &self.cannula);
        if let Some(instruments) = &self.instruments {
            text.list("instruments", instruments);
        }
        text.field("phases", &self.phases);
        text.optional("case", self.case.as_ref());
        text.field("rubric", &self.rubric);
        text.field("limit_s", &self.limit_s);
        text.optional("assists", self.assists.as_ref());
        text.optional("seeds", self.seeds.as_ref());
        text.0 + ")\n"
    }
}
