//! Prints the cascade of a report.
#![allow(clippy::all)]
use lkip_core::{Language, cascade::cascade, evaluate::evaluate, report::Report};
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let report = Report::from_json(&std::fs::read_to_string(&args[0]).unwrap()).unwrap();
    let cascade = cascade(&evaluate(&report, None).unwrap());
    let id = Language::Indonesian;
    match args[1].as_str() {
        "svg" => print!("{}", cascade.to_svg(args.get(2).map(|x| x.as_str()), id).unwrap()),
        "text" => print!("{}", cascade.to_text(None, id).unwrap()),
        "mermaid" => print!("{}", cascade.to_mermaid(None, id).unwrap()),
        "tables" => {
            for t in cascade.tables() {
                println!("## {}\n{}", t.title().get(id), t.to_markdown(id));
            }
        }
        "trace" => print!("{}", cascade.trace(&args[2], args.get(3).map(|x| x.as_str())).unwrap().to_text(id)),
        "page" => print!("{}", cascade.page(&args[2]).unwrap().to_markdown(id)),
        _ => {}
    }
}
