//! A look inside a patient.

use super::{Person, Picture};
use serde_json::Value;
use std::thread::sleep;
use std::time::Duration;

#[test]
#[ignore = "opens a window on a virtual display and takes minutes: scripts/test --long and .ci/run run it"]
fn a_person_looks_inside_a_patient() {
    let mut person = Person::sits_down("window");
    sleep(Duration::from_secs(2));
    person.presses("Patients");
    person.waits("the patients", |status| status["screen"] == "patients");
    sleep(Duration::from_secs(1));
    // Keyboard: past the way back to the first card.
    person.x(&["key", "Tab"]);
    sleep(Duration::from_millis(500));
    person.x(&["key", "Tab"]);
    sleep(Duration::from_millis(500));
    person.x(&["key", "Return"]);
    let built = |status: &Value| status["screen"] == "atlas" && status["atlas"]["building"] == false;
    let status = person.waits("a patient", built);
    assert!(status["atlas"]["labels"].as_array().is_some_and(|names| names.iter().any(|name| name == "Lower cheek")), "{status}");
    person.photographs("8-atlas", Picture::shows_patient_and_panels);

    // Mouse: the place under the pointer is read. Its depths are those of the tables for this patient.
    person.x(&["mousemove", "640", "380"]);
    let status = person.waits("a reading", |status| status["atlas"]["region"].is_string());
    let (dermis, fat) = (status["atlas"]["dermis_mm"].as_f64().unwrap(), status["atlas"]["fat_mm"].as_f64().unwrap());
    assert!((0.5..2.5).contains(&dermis) && (dermis..12.0).contains(&fat), "{status}");
    // Keys: the ring goes on, the layers come off, the body is cut.
    person.holds("shift+Left", "another place", |now| now["atlas"]["region"] != status["atlas"]["region"]);
    for layer in 1..=3 {
        person.x(&["key", "l"]);
        person.waits("a layer less", |status| status["atlas"]["layer"] == f64::from(layer));
    }
    person.x(&["key", "c"]);
    person.waits("the cut", |status| status["atlas"]["cut"] == true);
    sleep(Duration::from_secs(1));
    person.photographs("9-atlas-cut", Picture::shows_a_scene);

    // Somebody else, and back again.
    person.x(&["key", "r"]);
    person.waits("somebody at random", |status| status["atlas"]["patient"]["seed"].is_number() && built(status));
    person.x(&["key", "Escape"]);
    person.waits("the patients again", |status| status["screen"] == "patients");
}
