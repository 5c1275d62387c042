//! The preparation bench: mixing, settling, thixotropy, what leaves the outlet.

use fanline::product::{Bench, Catalogue, Diluent, Orientation};

fn bench(product: &str, diluent: Diluent, ratio: f64) -> Bench {
    let catalogue = Catalogue::built_in().unwrap();
    let product = catalogue.product(product).unwrap();
    product.bench(diluent, ratio, product.made_from_ml()).unwrap()
}

#[test]
fn look() {
    for (product, diluent, ratio) in [
        ("radiesse", Diluent::LidocaineSaline, 0.2),
        ("radiesse", Diluent::Saline, 1.0),
        ("radiesse", Diluent::Saline, 2.0),
        ("radiesse", Diluent::Saline, 4.0),
        ("radiesse", Diluent::Saline, 8.0),
        ("harmonyca", Diluent::Saline, 0.2),
        ("harmonyca", Diluent::Saline, 1.0),
    ] {
        let mut bench = bench(product, diluent, ratio);
        let mut line = String::new();
        for n in 0..=20 {
            if [0, 1, 2, 3, 5, 7, 10, 15, 20].contains(&n) {
                line += &format!(" {n}:{:.3}", bench.homogeneity());
            }
            bench.stroke(1.0);
        }
        println!("{product} 1:{ratio}{line}");
        for seconds in [0.0, 30.0, 60.0, 120.0, 390.0] {
            bench.step(Orientation::Lying, seconds);
            let out: Vec<i32> = bench.delivery(1500.0, 6).iter().map(|(_, c)| *c as i32).collect();
            println!("   +{seconds} s: {:.3} {out:?}", bench.homogeneity());
        }
    }
}
