//! The JSON Schema beside the core is the one that the core describes.
#![allow(clippy::expect_used, reason = "test code: whatever is not as expected must stop the test")]

use lkip_tests::schema;

#[test]
fn the_schema_in_the_folder_is_current() {
    let known = std::fs::read_to_string(schema::path()).expect("the schema");
    assert!(known == schema::text(), "write it again: cargo run -p lkip-tests --bin schema -- --bless");
}
