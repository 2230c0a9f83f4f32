//! Benchmarks of lkip beside what users would pick instead. See `benches/`.
