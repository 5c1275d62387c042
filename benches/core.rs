//! What must be fast, measured: `cargo bench --no-default-features`.

#![allow(missing_docs, reason = "criterion's macro makes public functions")]
#![allow(clippy::disallowed_methods, reason = "a bench is not replayed")]

#[path = "core/allocations.rs"]
mod allocations;
#[path = "core/depth_query.rs"]
mod depth_query;
#[path = "core/rod.rs"]
mod rod;
#[path = "core/session.rs"]
mod session;

criterion::criterion_group!(core, depth_query::depth_query, rod::rod_solve, rod::cannula_step, session::session);
criterion::criterion_main!(core);
