//! Reading JSON.

use super::super::{Plain, Record};
use crate::error::{Code, Error};
use crate::prelude::*;
use crate::text::size;

/// How deep lists and records may lie in each other: a bound for the stack.
const LEVELS: u32 = 127;

pub(in super::super) fn read(text: &str) -> Result<Plain, Error> {
    let mut reader = Reader { text, place: 0 };
    let value = reader.value(LEVELS).and_then(|value| match reader.peek() {
        None => Ok(value),
        Some(_) => Err(reader.before_next()),
    });
    value.map_err(|mistake| match mistake {
        Mistake::Form(place) => malformed(text, place),
        Mistake::Content(error) => error,
    })
}

fn malformed(text: &str, place: usize) -> Error {
    let before = text.as_bytes().get(..place).unwrap_or_default();
    let line = before.iter().filter(|byte| **byte == b'\n').count();
    let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
    Error::new(Code::MalformedJson).text("line", &size(line + 1)).text("column", &size(column))
}

enum Mistake {
    /// What is no JSON, by how many bytes lie before it or end with it.
    Form(usize),
    /// What is JSON and cannot be held.
    Content(Error),
}

impl Mistake {
    /// The same mistake one level further out.
    fn within(self, step: impl FnOnce(Error) -> Error) -> Self {
        match self {
            Self::Content(error) => Self::Content(step(error)),
            form => form,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    place: usize,
}

impl Reader<'_> {
    /// The byte that comes next, whatever it is.
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    /// The next byte that is no blank.
    fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.place += 1;
        }
        self.byte()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.byte();
        self.place += usize::from(byte.is_some());
        byte
    }

    /// The mistake is the byte that was read last, or that there is no other.
    fn at_last(&self) -> Mistake {
        Mistake::Form(self.place)
    }

    /// The mistake is the byte that comes next, or that there is none.
    fn before_next(&self) -> Mistake {
        Mistake::Form(self.text.len().min(self.place + 1))
    }

    fn value(&mut self, levels: u32) -> Result<Plain, Mistake> {
        match self.peek() {
            Some(b'n') => self.word("null", Plain::Null),
            Some(b't') => self.word("true", Plain::Bool(true)),
            Some(b'f') => self.word("false", Plain::Bool(false)),
            Some(b'"') => self.string().map(Plain::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(open @ (b'[' | b'{')) => {
                let Some(levels) = levels.checked_sub(1) else { return Err(self.before_next()) };
                self.place += 1;
                if open == b'[' { self.list(levels) } else { self.record(levels) }
            }
            _ => Err(self.before_next()),
        }
    }

    fn word(&mut self, word: &str, value: Plain) -> Result<Plain, Mistake> {
        for expected in word.bytes() {
            if self.next() != Some(expected) {
                return Err(self.at_last());
            }
        }
        Ok(value)
    }

    fn list(&mut self, levels: u32) -> Result<Plain, Mistake> {
        let mut items = Vec::new();
        while self.more(b']', items.is_empty())? {
            let item = self.value(levels).map_err(|mistake| mistake.within(|error| error.at(items.len())))?;
            items.push(item);
        }
        Ok(Plain::List(items))
    }

    fn record(&mut self, levels: u32) -> Result<Plain, Mistake> {
        let mut record = Record::new();
        while self.more(b'}', record.is_empty())? {
            if self.peek() != Some(b'"') {
                return Err(self.before_next());
            }
            let name = self.string()?;
            if self.peek() != Some(b':') {
                return Err(self.before_next());
            }
            self.place += 1;
            let field = self.value(levels).map_err(|mistake| mistake.within(|error| error.within(&name)))?;
            record.push(&name, field);
        }
        if let Some(field) = record.doubled() {
            return Err(Mistake::Content(Error::new(Code::DuplicateField).text("field", field).within(field)));
        }
        Ok(Plain::Record(record))
    }

    /// Whether another item follows; the comma before it, or else the closing sign, is read.
    fn more(&mut self, close: u8, first: bool) -> Result<bool, Mistake> {
        let next = self.peek();
        if next == Some(close) {
            self.place += 1;
            return Ok(false);
        }
        if first {
            return if next.is_some() { Ok(true) } else { Err(self.before_next()) };
        }
        if next != Some(b',') {
            return Err(self.before_next());
        }
        self.place += 1;
        if self.peek() == Some(close) { Err(self.before_next()) } else { Ok(true) }
    }

    /// Whole numbers are exact. Those with a fraction or an exponent come from programs that hold them as binary
    /// numbers.
    fn number(&mut self) -> Result<Plain, Mistake> {
        let start = self.place;
        if self.byte() == Some(b'-') {
            self.place += 1;
        }
        match self.next() {
            Some(b'0') if self.byte().is_some_and(|byte| byte.is_ascii_digit()) => return Err(self.before_next()),
            Some(b'0') => {}
            Some(b'1'..=b'9') => self.digits(),
            _ => return Err(self.at_last()),
        }
        let whole = self.text.get(start..self.place).unwrap_or_default();
        let end = self.place;
        if self.byte() == Some(b'.') {
            self.place += 1;
            let point = self.place;
            self.digits();
            if self.place == point {
                return Err(self.before_next());
            }
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.place += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.place += 1;
            }
            if !self.next().is_some_and(|byte| byte.is_ascii_digit()) {
                return Err(self.at_last());
            }
            self.digits();
        }
        if self.place > end || whole == "-0" {
            return Ok(Plain::Float);
        }
        whole.parse().map(Plain::Number).map_err(Mistake::Content)
    }

    fn digits(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.place += 1;
        }
    }

    /// A text; its first quote comes next.
    fn string(&mut self) -> Result<String, Mistake> {
        self.place += 1;
        let mut string = String::new();
        loop {
            let start = self.place;
            while !matches!(self.byte(), None | Some(b'"' | b'\\' | 0..=0x1F)) {
                self.place += 1;
            }
            string.push_str(self.text.get(start..self.place).unwrap_or_default());
            match self.next() {
                Some(b'"') => return Ok(string),
                Some(b'\\') => string.push(self.escape()?),
                _ => return Err(self.at_last()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Mistake> {
        Ok(match self.next() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let mut code = self.hexadecimal()?;
                // What does not fit into 16 bits comes as a pair of halves.
                if let 0xD800..=0xDBFF = code {
                    for expected in [b'\\', b'u'] {
                        if self.next() != Some(expected) {
                            return Err(self.at_last());
                        }
                    }
                    let low = self.hexadecimal()?;
                    if !(0xDC00..=0xDFFF).contains(&low) {
                        return Err(self.at_last());
                    }
                    code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                }
                char::from_u32(code).ok_or_else(|| self.at_last())?
            }
            _ => return Err(self.at_last()),
        })
    }

    fn hexadecimal(&mut self) -> Result<u32, Mistake> {
        let bytes = self.text.as_bytes().get(self.place..self.place + 4);
        self.place = self.text.len().min(self.place + 4);
        let mut code = 0;
        for byte in bytes.ok_or_else(|| self.at_last())? {
            code = code * 16 + char::from(*byte).to_digit(16).ok_or_else(|| self.at_last())?;
        }
        Ok(code)
    }
}
