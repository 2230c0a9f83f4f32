//! Data frames: columns of NumPy, Arrow and Python itself to the core and back, where they lie if they can.

pub(crate) mod column;
mod dictionary;
mod digits;
mod ends;
mod given;
mod keys;
mod made;
pub(crate) mod measure;
mod named;
mod numbers;
mod objects;
mod pieces;
mod said;
pub(crate) mod table;
mod texts;
mod threads;
mod work;
