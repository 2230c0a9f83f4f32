//! [`MeasuredColumn`]: a column that a measurement made, for those who have no data frame.

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Int8Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, Decimal128Array, Int64Array, StringArray};
use arrow_schema::{DataType, Field, FieldRef};
use arrow_select::take::take;
use numpy::ToPyArray;
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyIterator, PyList, PySlice, PyString, PyTuple};
use pyo3_arrow::ffi::{to_array_pycapsules, to_schema_pycapsule};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use super::dictionary::texts_of;
use super::given::wrong;
use super::made::PRECISION;
use crate::html;
use crate::output::decimal_type;

/// A column that `measure()` made of a mapping: a sequence of `Decimal`, `str` or `int`, None where there is nothing.
///
/// Whatever reads the Arrow PyCapsule interface takes it as it is: `pyarrow.array(column)`, `polars.Series(column)`.
///
/// >>> import lkip
/// >>> made = lkip.measure({"target": [325, 0], "realisasi": [283, 1]}, rules="bkd-ntt-2021")
/// >>> made["percent"]
/// MeasuredColumn(percent: Decimal('87.07'), None)
/// >>> made["reason"][1], len(made["reason"])
/// ('zero_target', 2)
#[pyclass(frozen, sequence, module = "lkip")]
pub(crate) struct MeasuredColumn {
    name: String,
    array: ArrayRef,
}

/// As many cells are shown at each end.
const SHOWN: usize = 5;

impl MeasuredColumn {
    pub(crate) const fn new(name: String, array: ArrayRef) -> Self {
        Self { name, array }
    }

    pub(crate) fn field(&self) -> FieldRef {
        Arc::new(Field::new(&self.name, self.array.data_type().clone(), true))
    }

    pub(crate) fn array(&self) -> &ArrayRef {
        &self.array
    }

    fn cell<'py>(&self, py: Python<'py>, row: usize) -> PyResult<Bound<'py, PyAny>> {
        let array = &self.array;
        let text = |text: &str| PyString::new(py, text).into_any();
        if array.is_null(row) {
            return Ok(py.None().into_bound(py));
        }
        if let Some(decimals) = array.as_primitive_opt::<Decimal128Type>() {
            decimal_type(py)?.call1((decimals.value_as_string(row),))
        } else if let Some(integers) = array.as_primitive_opt::<Int64Type>() {
            Ok(integers.value(row).into_pyobject(py)?.into_any())
        } else {
            let (place, texts) = match self.key(row) {
                Some(key) => (usize::try_from(key).unwrap_or(usize::MAX), self.texts()),
                None => (row, array.as_string_opt()),
            };
            let text = texts.filter(|texts| place < texts.len()).map(|texts| text(texts.value(place)));
            Ok(text.unwrap_or_else(|| py.None().into_bound(py)))
        }
    }

    /// The key of a row that stands for a text; nothing where texts stand for themselves.
    fn key(&self, row: usize) -> Option<i32> {
        let small = self.array.as_dictionary_opt::<Int8Type>().map(|small| i32::from(small.keys().value(row)));
        small.or_else(|| self.array.as_dictionary_opt::<Int32Type>().map(|large| large.keys().value(row)))
    }

    /// The texts that keys stand for.
    fn texts(&self) -> Option<&StringArray> {
        self.array.as_any_dictionary_opt()?.values().as_string_opt()
    }

    fn row(&self, index: isize) -> PyResult<usize> {
        let length = self.array.len();
        let row = match usize::try_from(index) {
            Ok(row) => Some(row),
            Err(_) => length.checked_sub(index.unsigned_abs()),
        };
        row.filter(|row| *row < length).ok_or_else(|| PyIndexError::new_err("column index out of range"))
    }

    fn shown(&self, py: Python<'_>, rows: impl Iterator<Item = usize>) -> PyResult<Vec<String>> {
        rows.map(|row| Ok(self.cell(py, row)?.repr()?.to_string())).collect()
    }

    /// The first rows and the last, where there are more.
    fn ends(&self) -> (Range<usize>, Range<usize>) {
        let length = self.array.len();
        if length <= 2 * SHOWN { (0..length, length..length) } else { (0..SHOWN, length - SHOWN..length) }
    }
}

#[pymethods]
impl MeasuredColumn {
    /// Its heading.
    #[getter]
    fn name(&self) -> &str {
        &self.name
    }

    /// What its cells are: `decimal`, `integer` or `text`.
    #[getter]
    fn kind(&self) -> &'static str {
        match self.array.data_type() {
            DataType::Decimal128(..) => "decimal",
            DataType::Int64 => "integer",
            _ => "text",
        }
    }

    fn __len__(&self) -> usize {
        self.array.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let Ok(slice) = index.cast::<PySlice>() else { return self.cell(py, self.row(index.extract()?)?) };
        let indices = slice.indices(isize::try_from(self.array.len())?)?;
        let (start, count) = (usize::try_from(indices.start).unwrap_or(0), indices.slicelength);
        let array = if indices.step == 1 {
            self.array.slice(start, count)
        } else {
            let place = |nth: usize| indices.start + isize::try_from(nth).unwrap_or(0) * indices.step;
            let rows = (0..count).map(|nth| i64::try_from(place(nth)).unwrap_or(0));
            take(&self.array, &Int64Array::from_iter_values(rows), None).map_err(wrong)?
        };
        Ok(Bound::new(py, Self::new(self.name.clone(), array))?.into_any())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.to_list(py)?.try_iter()
    }

    /// All cells as Python's own objects.
    fn to_list<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let cells = (0..self.array.len()).map(|row| self.cell(py, row));
        PyList::new(py, cells.collect::<PyResult<Vec<_>>>()?)
    }

    /// All cells as an array of NumPy: integers as `int64`, everything else as objects. Never floats: their digits are not
    /// certain.
    fn to_numpy<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let numpy = py.import("numpy")?;
        if let Some(integers) = self.array.as_primitive_opt::<Int64Type>() {
            return Ok(integers.values().to_pyarray(py).into_any());
        }
        let options = PyDict::new(py);
        options.set_item("dtype", "object")?;
        numpy.call_method("array", (self.to_list(py)?,), Some(&options))
    }

    /// The texts that stand behind the keys, and the key of each row, -1 where there is no text; None for other columns.
    fn _dictionary<'py>(&self, py: Python<'py>) -> PyResult<Option<(Vec<String>, Bound<'py, PyAny>)>> {
        let Some(texts) = self.texts() else { return Ok(None) };
        let texts = texts.iter().flatten().map(ToOwned::to_owned).collect();
        let small = self.array.as_dictionary_opt::<Int8Type>();
        let keys = match (small, self.array.as_dictionary_opt::<Int32Type>()) {
            (Some(small), _) => small.keys().values().to_pyarray(py).into_any(),
            (None, Some(large)) => large.keys().values().to_pyarray(py).into_any(),
            (None, None) => return Ok(None),
        };
        Ok(Some((texts, keys)))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let restore = py.import("lkip._native")?.getattr("_restore_column")?;
        let places = match self.array.data_type() {
            DataType::Decimal128(_, places) => *places,
            _ => 0,
        };
        let texts: Option<Vec<&str>> = self.texts().map(|texts| texts.iter().flatten().collect());
        Ok((restore, (&self.name, self.kind(), places, texts, self.to_list(py)?).into_pyobject(py)?))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.field().as_ref())?)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        Ok(to_array_pycapsules(py, self.field(), &self.array, requested_schema)?)
    }

    fn __eq__(&self, other: &Bound<'_, PyAny>) -> bool {
        other.cast::<Self>().is_ok_and(|other| self.name == other.get().name && *self.array == *other.get().array)
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (&self.name, self.array.len()).hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (first, last) = self.ends();
        let mut shown = self.shown(py, first)?;
        if !last.is_empty() {
            shown.push(format!("… {} rows …", self.array.len()));
        }
        shown.extend(self.shown(py, last)?);
        Ok(format!("MeasuredColumn({}: {})", self.name, shown.join(", ")))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        let (first, last) = self.ends();
        let text = |row: usize| {
            PyResult::Ok(if self.array.is_null(row) { String::new() } else { self.cell(py, row)?.str()?.to_string() })
        };
        let cell = |row: usize| Ok(format!("<tr><th>{row}</th><td>{}</td></tr>", html::escaped(&text(row)?)));
        let mut rows = first.map(cell).collect::<PyResult<Vec<String>>>()?;
        if !last.is_empty() {
            rows.push("<tr><th>…</th><td>…</td></tr>".to_owned());
        }
        rows.extend(last.map(cell).collect::<PyResult<Vec<String>>>()?);
        let name = html::escaped(&self.name);
        Ok(format!("<table><thead><tr><th></th><th>{name}</th></tr></thead><tbody>{}</tbody></table>", rows.concat()))
    }
}

/// A column out of its cells; pickles call it.
#[pyfunction(name = "_restore_column")]
pub(crate) fn restore_column(
    name: String,
    kind: &str,
    places: i8,
    texts: Option<Vec<String>>,
    cells: &Bound<'_, PyList>,
) -> PyResult<MeasuredColumn> {
    let array: ArrayRef = match (kind, texts) {
        ("decimal", _) => {
            let digits = cells.iter().map(|cell| {
                if cell.is_none() {
                    return Ok(None);
                }
                let text: String = cell.call_method1(intern!(cell.py(), "__format__"), ("f",))?.extract()?;
                text.replace('.', "")
                    .parse::<i128>()
                    .map(Some)
                    .map_err(|error| PyValueError::new_err(error.to_string()))
            });
            let decimals = Decimal128Array::from(digits.collect::<PyResult<Vec<_>>>()?);
            Arc::new(decimals.with_precision_and_scale(PRECISION, places).map_err(wrong)?)
        }
        ("integer", _) => Arc::new(Int64Array::from(cells.extract::<Vec<Option<i64>>>()?)),
        (_, Some(texts)) => texts_of(&cells.extract::<Vec<Option<String>>>()?, &texts).map_err(wrong)?,
        (_, None) => Arc::new(StringArray::from(cells.extract::<Vec<Option<String>>>()?)),
    };
    Ok(MeasuredColumn::new(name, array))
}
