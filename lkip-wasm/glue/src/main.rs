//! The part of the build of the npm package that needs Rust libraries.
//!
//! - `lkip-glue bind <module.wasm> <folder>` writes `lkip_bg.js` and `lkip_bg.wasm`; who loads the module hands it to
//!   the functions of the former.
//! - `lkip-glue pack <module.wasm> <file>` packs a module with LZMA, as `js/lzma.js` unpacks it.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::Path;

use lzma_rust2::{LzmaOptions, LzmaWriter};
use walrus::{ImportKind, RawCustomSection};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["bind", module, folder] => bind(module, folder),
        ["pack", module, file] => pack(module, file),
        _ => Err("usage: lkip-glue bind <module.wasm> <folder> | pack <module.wasm> <file>".into()),
    }
}

fn bind(module: &str, folder: &str) -> Result<(), Box<dyn Error>> {
    let mut module = walrus::Module::from_file(module)?;
    // The compiler notes which features of WebAssembly it may use, and the glue uses them too. With a note that names
    // one, the glue is written for WebAssembly 1.0, which browsers have had since 2017; wasm-opt then replaces the
    // newer instructions.
    module.customs.remove_raw("target_features");
    let features = RawCustomSection { name: "target_features".to_owned(), data: b"\x01+\x0fmutable-globals".to_vec() };
    module.customs.add(features);
    Bindgen::new()
        .input_module("lkip", module)
        .bundler(true)?
        // One way for every browser; calls are short.
        .encode_into(EncodeInto::Never)
        .typescript(false)
        .generate(folder)?;
    import_nothing(&Path::new(folder).join("lkip_bg.wasm"))
}

/// Whoever uses an object of the module after it was freed gets an error, for which the glue would have the module import
/// a function. Nobody does so; a module that stops instead is started with nothing but itself.
fn import_nothing(file: &Path) -> Result<(), Box<dyn Error>> {
    let mut module = walrus::Module::from_file(file)?;
    let imported: Vec<_> = module
        .imports
        .iter()
        .filter_map(|import| match import.kind {
            ImportKind::Function(function) if import.name.contains("wbindgen_throw") => Some(function),
            _ => None,
        })
        .collect();
    for function in imported {
        module.replace_imported_func(function, |(body, _)| {
            body.func_body().unreachable();
        })?;
    }
    Ok(fs::write(file, module.emit_wasm())?)
}

fn pack(module: &str, file: &str) -> Result<(), Box<dyn Error>> {
    let module = fs::read(module)?;
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (3, 0, 0);
    (options.nice_len, options.depth_limit) = (273, 1000);
    let mut packed = Vec::new();
    let mut writer = LzmaWriter::new_no_header(&mut packed, &options, false)?;
    writer.write_all(&module)?;
    writer.finish()?;
    Ok(fs::write(file, packed)?)
}
