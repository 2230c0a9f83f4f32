//! [`MeasuredTable`]: a table of whatever speaks Arrow, and what was made beside it.

use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::{ArrowError, Field, Schema};
use arrow_select::concat::concat_batches;
use arrow_select::take::take_record_batch;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyRecordBatch;
use std::sync::Arc;

use super::column::MeasuredColumn;
use super::given::wrong;

/// What `measure()` gives for data of a library that it does not know, but that speaks Arrow: a table that speaks it too.
///
/// `pyarrow.table(made)`, `polars.DataFrame(made)` and whatever else reads the Arrow PyCapsule interface take it as it is.
#[pyclass(frozen, module = "lkip")]
pub(crate) struct MeasuredTable {
    batch: RecordBatch,
}

impl MeasuredTable {
    /// A table with other columns.
    fn with(batch: &RecordBatch, made: &[Bound<'_, MeasuredColumn>]) -> Result<Self, ArrowError> {
        let schema = batch.schema();
        let fields = schema.fields().iter().cloned().chain(made.iter().map(|column| column.get().field()));
        let schema = Schema::new_with_metadata(fields.collect::<Vec<_>>(), schema.metadata().clone());
        let columns = batch.columns().iter().cloned().chain(made.iter().map(|column| column.get().array().clone()));
        Ok(Self { batch: RecordBatch::try_new(Arc::new(schema), columns.collect())? })
    }
}

#[pymethods]
impl MeasuredTable {
    /// The headings.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.batch.schema().fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    /// The column of a place, in whichever type it is.
    fn _column(&self, place: usize) -> PyResult<MeasuredColumn> {
        let schema = self.batch.schema();
        let (name, column) = (schema.fields().get(place), self.batch.columns().get(place));
        let found = name.zip(column).map(|(field, array)| MeasuredColumn::new(field.name().clone(), array.clone()));
        found.ok_or_else(|| PyIndexError::new_err("there is no such column"))
    }

    /// The same rows with more columns.
    fn _beside(&self, made: Vec<Bound<'_, MeasuredColumn>>) -> PyResult<Self> {
        Self::with(&self.batch, &made).map_err(wrong)
    }

    /// Some rows, of some columns, with more columns.
    fn _groups(
        &self,
        places: Vec<usize>,
        rows: &Bound<'_, MeasuredColumn>,
        made: Vec<Bound<'_, MeasuredColumn>>,
    ) -> PyResult<Self> {
        let common = self.batch.project(&places).and_then(|common| take_record_batch(&common, rows.get().array()));
        common.and_then(|common| Self::with(&common, &made)).map_err(wrong)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = self.batch.schema();
        let field = Field::new_struct("", schema.fields().clone(), false).with_metadata(schema.metadata().clone());
        let rows: ArrayRef = Arc::new(StructArray::from(self.batch.clone()));
        let rows = ArrayIterator::new([Ok(rows)], Arc::new(field));
        Ok(to_stream_pycapsule(py, Box::new(rows), requested_schema)?)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.batch.schema().as_ref())?)
    }

    fn __repr__(&self) -> String {
        format!("MeasuredTable({} rows: {})", self.batch.num_rows(), self.columns().join(", "))
    }
}

/// The rows of whatever speaks Arrow, in one piece.
#[pyfunction(name = "_arrow_table")]
pub(crate) fn arrow_table(frame: &Bound<'_, PyAny>) -> PyResult<MeasuredTable> {
    let (batches, schema) = frame.extract::<AnyRecordBatch>()?.into_table()?.into_inner();
    Ok(MeasuredTable { batch: concat_batches(&schema, &batches).map_err(wrong)? })
}
