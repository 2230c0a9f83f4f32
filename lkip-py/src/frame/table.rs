//! [`MeasuredTable`]: a table of whatever speaks Arrow, and what was made beside it.

use arrow_array::{ArrayRef, RecordBatch, StructArray, new_empty_array};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use arrow_select::concat::concat_batches;
use arrow_select::take::take_record_batch;
use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyRecordBatch;
use std::sync::Arc;

use super::column::MeasuredColumn;
use super::given::{joined, wrong};

/// What `measure()` gives for data of a library that it does not know, but that speaks Arrow: a table that speaks it too.
///
/// `pyarrow.table(made)`, `polars.DataFrame(made)` and whatever else reads the Arrow PyCapsule interface take it as it is.
#[pyclass(frozen, module = "lkip")]
pub(crate) struct MeasuredTable {
    schema: SchemaRef,
    /// The rows in the pieces in which they came: whoever reads them may have threads for several.
    batches: Vec<RecordBatch>,
}

impl MeasuredTable {
    /// A table with other columns.
    fn with(self, made: &[Bound<'_, MeasuredColumn>]) -> Result<Self, ArrowError> {
        let fields = self.schema.fields().iter().cloned().chain(made.iter().map(|column| column.get().field()));
        let schema = Schema::new_with_metadata(fields.collect::<Vec<_>>(), self.schema.metadata().clone());
        let schema = Arc::new(schema);
        let mut begin = 0;
        let batches = self.batches.iter().map(|batch| {
            let part = |column: &Bound<'_, MeasuredColumn>| column.get().array().slice(begin, batch.num_rows());
            let columns = batch.columns().iter().cloned().chain(made.iter().map(part)).collect();
            begin += batch.num_rows();
            RecordBatch::try_new(schema.clone(), columns)
        });
        let batches = batches.collect::<Result<_, _>>()?;
        Ok(Self { schema, batches })
    }

    /// Some columns, in one piece.
    fn project(&self, places: &[usize]) -> Result<RecordBatch, ArrowError> {
        let schema = Arc::new(self.schema.project(places)?);
        let batches = self.batches.iter().map(|batch| batch.project(places)).collect::<Result<Vec<_>, _>>()?;
        concat_batches(&schema, &batches)
    }
}

#[pymethods]
impl MeasuredTable {
    /// The headings.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.schema.fields().iter().map(|field| field.name().clone()).collect()
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The column of a place, in one piece.
    fn _column(&self, place: usize) -> PyResult<MeasuredColumn> {
        let field = self.schema.fields().get(place);
        let field = field.ok_or_else(|| PyIndexError::new_err("there is no such column"))?;
        let mut chunks: Vec<ArrayRef> =
            self.batches.iter().filter_map(|batch| batch.columns().get(place).cloned()).collect();
        if chunks.is_empty() {
            chunks.push(new_empty_array(field.data_type()));
        }
        Ok(MeasuredColumn::new(field.name().clone(), joined(&chunks).map_err(wrong)?))
    }

    /// The same rows with more columns.
    fn _beside(&self, made: Vec<Bound<'_, MeasuredColumn>>) -> PyResult<Self> {
        Self { schema: self.schema.clone(), batches: self.batches.clone() }.with(&made).map_err(wrong)
    }

    /// Some rows, of some columns, with more columns.
    fn _groups(
        &self,
        places: Vec<usize>,
        rows: &Bound<'_, MeasuredColumn>,
        made: Vec<Bound<'_, MeasuredColumn>>,
    ) -> PyResult<Self> {
        let common = self.project(&places).and_then(|common| take_record_batch(&common, rows.get().array()));
        common.and_then(|common| Self { schema: common.schema(), batches: vec![common] }.with(&made)).map_err(wrong)
    }

    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = &self.schema;
        let field = Field::new_struct("", schema.fields().clone(), false).with_metadata(schema.metadata().clone());
        let rows = self.batches.clone().into_iter().map(|batch| {
            let rows: ArrayRef = Arc::new(StructArray::from(batch));
            Ok(rows)
        });
        let rows = ArrayIterator::new(rows, Arc::new(field));
        Ok(to_stream_pycapsule(py, Box::new(rows), requested_schema)?)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    fn __repr__(&self) -> String {
        format!("MeasuredTable({} rows: {})", self.__len__(), self.columns().join(", "))
    }
}

/// The rows of whatever speaks Arrow.
#[pyfunction(name = "_arrow_table")]
pub(crate) fn arrow_table(frame: &Bound<'_, PyAny>) -> PyResult<MeasuredTable> {
    let (batches, schema) = frame.extract::<AnyRecordBatch>()?.into_table()?.into_inner();
    Ok(MeasuredTable { schema, batches })
}
