//! Writing Markdown and HTML, so that a text means only itself.

pub(crate) mod html;
pub(crate) mod markdown;
