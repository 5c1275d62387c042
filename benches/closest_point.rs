//! Closest points on a head, side by side with another program: `scripts/compare-closest-point`.
//!
//! The same 100,000 points are asked of this program and, when `FCPW_PYTHON` names a Python that has the package `fcpw`, of FCPW, turn by
//! turn in one run, so that what disturbs one disturbs the other. Also: questions along a moving tip, with and without the
//! triangles kept from the question before.

#![allow(missing_docs, clippy::disallowed_methods, clippy::print_stdout, reason = "a bench prints and is not replayed")]

use fanline::anatomy::{Detail, Landmark, Landmarks, Phenotype, Skin};
use fanline::geom::Vec3;
use fanline::geom::mesh::TriMesh;
use fanline::geom::nearby::Nearby;
use fanline::geom::surface::{Surface, SurfacePoint};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

const POINTS: usize = 100_000;
const ROUNDS: usize = 9;

fn main() {
    let Skin { mesh: whole, landmarks, .. } = Skin::of(&Phenotype::default(), Detail::Simulation);
    // Chin to brow and ear to ear: about as many triangles as the published comparisons had.
    let face = cropped(&whole, |centre| centre.y > -75.0 && centre.z > 0.0);
    for (name, mesh) in [("face", &face), ("head, neck and chest", &whole)] {
        compare(name, mesh, &landmarks);
    }
}

fn cropped(mesh: &TriMesh, keep: impl Fn(Vec3) -> bool) -> TriMesh {
    let kept = (0..mesh.triangles.len()).filter(|t| keep(mesh.corners(*t).iter().sum::<Vec3>() / 3.0));
    TriMesh::new(mesh.positions.clone(), kept.map(|t| mesh.triangles[t]).collect())
}

fn compare(name: &str, mesh: &TriMesh, landmarks: &Landmarks) {
    let surface = Surface::new(mesh);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(1);
    let mut corner = || {
        let triangle = mesh.triangles[random.random_range(0..mesh.triangles.len())];
        let away = Vec3::from_array(std::array::from_fn(|_| random.random_range(-10.0..10.0)));
        // Both programs get the point as the other's single precision holds it.
        (mesh.positions[triangle[0] as usize] + away).as_vec3().as_dvec3()
    };
    let near: Vec<Vec3> = (0..POINTS).map(|_| corner()).collect();
    let tip = way_of_a_tip(landmarks, &surface);
    let mut rival = Rival::start(mesh, &near);
    let mut best = [f64::MAX; 4];
    for _ in 0..ROUNDS {
        best[0] = best[0].min(time(&near, |p| surface.closest(p)));
        if let Some(rival) = &mut rival {
            best[1] = best[1].min(rival.time());
        }
        best[2] = best[2].min(time(&tip, |p| surface.closest(p)));
        let mut nearby = Nearby::default();
        best[3] = best[3].min(time(&tip, |p| surface.closest_nearby(p, &mut nearby)));
    }
    let [ours, theirs, cold, warm] = best.map(|s| s * 1e9);
    println!("{name}: {} triangles, {POINTS} points, best of {ROUNDS} turns, one thread", mesh.triangles.len());
    println!("  points within 10 mm, fanline     {ours:7.0} ns");
    if let Some(rival) = rival {
        println!("  points within 10 mm, fcpw        {theirs:7.0} ns   fanline / fcpw = {:.2}", ours / theirs);
        println!("  greatest difference of distance  {:7.1e} mm (fcpw: single precision)", rival.difference(&near, &surface));
    }
    println!("  a tip moving at 20 mm/s, cold    {cold:7.0} ns");
    println!("  a tip moving at 20 mm/s, warm    {warm:7.0} ns   warm / cold = {:.2}", warm / cold);
}

/// Seconds a point.
fn time(points: &[Vec3], mut ask: impl FnMut(Vec3) -> SurfacePoint) -> f64 {
    let start = Instant::now();
    for p in points {
        black_box(ask(black_box(*p)));
    }
    start.elapsed().as_secs_f64() / points.len() as f64
}

/// A tip 2.5 mm under the cheek between tragus and mouth corner, to and fro, a place a tick (120 a second) at 20 mm/s.
fn way_of_a_tip(landmarks: &Landmarks, surface: &Surface) -> Vec<Vec3> {
    let [ear, mouth] = [Landmark::TragusLeft, Landmark::CheilionLeft].map(|landmark| landmarks.get(landmark));
    let ticks = (ear.distance(mouth) / 20.0 * 120.0) as usize;
    let there = (0..ticks).map(|tick| {
        let on = surface.closest(ear.lerp(mouth, tick as f64 / ticks as f64));
        on.point - on.normal * 2.5
    });
    let there: Vec<Vec3> = there.collect();
    there.iter().chain(there.iter().rev()).copied().cycle().take(POINTS).collect()
}

/// FCPW in a Python beside this program, told when to start.
struct Rival {
    child: Child,
    answers: BufReader<std::process::ChildStdout>,
    folder: std::path::PathBuf,
}

impl Rival {
    fn start(mesh: &TriMesh, points: &[Vec3]) -> Option<Self> {
        let python = std::env::var_os("FCPW_PYTHON")?;
        let folder = std::env::temp_dir().join(format!("fanline-closest-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder for temporary files");
        let floats = |points: &[Vec3]| points.iter().flat_map(|p| p.as_vec3().to_array()).flat_map(f32::to_le_bytes).collect::<Vec<_>>();
        let write = |file, bytes: Vec<u8>| std::fs::write(folder.join(file), bytes).expect("room for temporary files");
        write("vertices", floats(&mesh.positions));
        write("triangles", mesh.triangles.iter().flatten().flat_map(|i| i.to_le_bytes()).collect());
        write("points", floats(points));
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/closest_point.py");
        let mut child = Command::new(python).arg(script).arg(&folder).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("FCPW_PYTHON runs");
        let answers = BufReader::new(child.stdout.take().expect("it is piped"));
        Some(Self { child, answers, folder })
    }

    /// Lets it answer all points once; seconds a point.
    fn time(&mut self) -> f64 {
        let input = self.child.stdin.as_mut().expect("it is piped");
        input.write_all(b"go\n").and_then(|()| input.flush()).expect("it listens");
        let mut line = String::new();
        self.answers.read_line(&mut line).expect("it answers");
        line.trim().parse().expect("a number of seconds")
    }

    /// Greatest difference between its distances and ours, mm.
    fn difference(mut self, points: &[Vec3], surface: &Surface) -> f64 {
        drop(self.child.stdin.take());
        self.child.wait().expect("it ends");
        let bytes = std::fs::read(self.folder.join("distances")).expect("it wrote its distances");
        std::fs::remove_dir_all(&self.folder).expect("it is ours");
        let theirs = bytes.as_chunks::<4>().0.iter().map(|b| f64::from(f32::from_le_bytes(*b)));
        points.iter().zip(theirs).fold(0.0, |most, (p, d)| most.max((surface.closest(*p).depth_mm.abs() - d).abs()))
    }
}
