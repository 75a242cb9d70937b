//! How a field of a finding looks in Python: as an attribute, in a dict, in a pickle, in a repr.

use super::KlubbaError;
use crate::text::graphemes::short;
use jiff::civil;
use pyo3::PyClass;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString, PyTuple};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// Texts in a repr are cut to this many letters.
const SHOWN: usize = 60;

/// A field of a finding.
pub(super) trait Field: Sized {
    /// As an attribute.
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;

    /// As in klubba/1: nothing but dicts, lists, strings, numbers, booleans and None.
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.attribute(py)
    }

    /// Whether klubba/1 leaves it out.
    fn left_out(&self) -> bool {
        false
    }

    /// As a pickle holds it.
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.attribute(py)
    }

    /// Out of a pickle.
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self>;

    /// In a repr; `None` if there is nothing to tell.
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        Ok(Some(self.attribute(py)?.repr()?.to_string()))
    }
}

/// Fields that are the same in Rust and Python.
macro_rules! same {
    ($($type:ty),*) => {$(
        impl Field for $type {
            fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(self.into_pyobject(py)?.to_owned().into_any())
            }
            fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
                state.extract()
            }
        }
    )*};
}
same!(u8, u32);

impl Field for bool {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.into_pyobject(py)?.to_owned().into_any())
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.extract()
    }
    fn show(&self, _: Python<'_>) -> PyResult<Option<String>> {
        Ok(self.then(|| "True".to_string()))
    }
}

/// A truth that klubba/1 tells only where it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Mark(pub bool);

impl Field for Mark {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.attribute(py)
    }
    fn left_out(&self) -> bool {
        !self.0
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.extract().map(Mark)
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.0.show(py)
    }
}

/// A list that klubba/1 has only where it is not empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Few<F>(pub Vec<F>);

impl<F: Field> Field for Few<F> {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.attribute(py)
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.plain(py)
    }
    fn left_out(&self) -> bool {
        self.0.is_empty()
    }
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.state(py)
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        Field::restore(state).map(Few)
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        if self.0.is_empty() { Ok(None) } else { self.0.show(py) }
    }
}

/// Runs of numbers, first and last; klubba/1 tells them only where there are any.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Runs(pub Vec<(u32, u32)>);

impl Field for Runs {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, &self.0)?.into_any())
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let lists = self.0.iter().map(|&(first, last)| vec![first, last]);
        Ok(lists.collect::<Vec<_>>().into_pyobject(py)?.into_any())
    }
    fn left_out(&self) -> bool {
        self.0.is_empty()
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.extract().map(Runs)
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        if self.0.is_empty() { Ok(None) } else { Ok(Some(self.attribute(py)?.repr()?.to_string())) }
    }
}

/// Named groups with their words; klubba/1 tells them only where there are any.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Groups(pub BTreeMap<String, String>);

impl Field for Groups {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.0.clone().into_pyobject(py)?.into_any())
    }
    fn left_out(&self) -> bool {
        self.0.is_empty()
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.extract().map(Groups)
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        if self.0.is_empty() { Ok(None) } else { Ok(Some(self.attribute(py)?.repr()?.to_string())) }
    }
}

/// Words of the text around a finding, which klubba/1 does not repeat.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Aside(pub String);

impl Field for Aside {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.attribute(py)
    }
    fn left_out(&self) -> bool {
        true
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        Field::restore(state).map(Aside)
    }
    fn show(&self, _: Python<'_>) -> PyResult<Option<String>> {
        Ok(None)
    }
}

/// A number that klubba/1 tells only where it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Known(pub Option<u32>);

impl Field for Known {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.attribute(py)
    }
    fn left_out(&self) -> bool {
        self.0.is_none()
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        Field::restore(state).map(Known)
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.0.show(py)
    }
}

impl Field for String {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyString::new(py, self).into_any())
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.extract()
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        Ok(Some(PyString::new(py, &short(self, SHOWN)).repr()?.to_string()))
    }
}

impl Field for civil::Date {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let date = PyDate::new(py, i32::from(self.year()), self.month() as u8, self.day() as u8)?;
        Ok(date.into_any())
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_string().attribute(py)
    }
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.plain(py)
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        let text: String = state.extract()?;
        text.parse().map_err(|_| KlubbaError::new_err(format!("{text:?} is no date")))
    }
    fn show(&self, _: Python<'_>) -> PyResult<Option<String>> {
        Ok(Some(self.to_string()))
    }
}

impl<F: Field> Field for Option<F> {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| Ok(py.None().into_bound(py)), |field| field.attribute(py))
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| Ok(py.None().into_bound(py)), |field| field.plain(py))
    }
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| Ok(py.None().into_bound(py)), |field| field.state(py))
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        if state.is_none() { Ok(None) } else { F::restore(state).map(Some) }
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.as_ref().map_or(Ok(None), |field| field.show(py))
    }
}

/// A tuple, since findings do not change; a list in a dict.
impl<F: Field> Field for Vec<F> {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let all = self.iter().map(|field| field.attribute(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(PyTuple::new(py, all)?.into_any())
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let all = self.iter().map(|field| field.plain(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(all.into_pyobject(py)?.into_any())
    }
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let all = self.iter().map(|field| field.state(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(PyTuple::new(py, all)?.into_any())
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        state.try_iter()?.map(|field| F::restore(&field?)).collect()
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        if self.is_empty() {
            return Ok(None);
        }
        let all = self.iter().map(|field| field.show(py)).collect::<PyResult<Vec<_>>>()?;
        Ok(Some(format!("[{}]", all.into_iter().flatten().collect::<Vec<_>>().join(", "))))
    }
}

/// A finding that is a field of another one, and one object however often it is asked for.
#[derive(Debug)]
pub(super) struct Held<T>(pub Py<T>);

/// A class made by `records!`.
pub(super) trait Record: PyClass<Frozen = pyo3::pyclass::boolean_struct::True> + Sync {
    /// As in klubba/1.
    fn dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
    /// What stands for it in the repr of another one.
    fn brief(&self, py: Python<'_>) -> PyResult<String>;
}

impl<T: Record + PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Held<T>) -> bool {
        self.0.get() == other.0.get()
    }
}

impl<T: Record + Eq> Eq for Held<T> {}

impl<T: Record + Hash> Hash for Held<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.get().hash(state);
    }
}

impl<T: Record> Field for Held<T> {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.0.bind(py).clone().into_any())
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.get().dict(py)
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Held(state.cast::<T>()?.clone().unbind()))
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.0.get().brief(py).map(Some)
    }
}

/// One of the document's people, with the index that stands for it in klubba/1.
impl<T: Record> Field for (u32, Held<T>) {
    fn attribute<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.1.attribute(py)
    }
    fn plain<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.attribute(py)
    }
    fn state<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok((self.0, self.1.0.bind(py)).into_pyobject(py)?.into_any())
    }
    fn restore(state: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (index, held): (u32, Bound<'_, PyAny>) = state.extract()?;
        Ok((index, Held::restore(&held)?))
    }
    fn show(&self, py: Python<'_>) -> PyResult<Option<String>> {
        self.1.show(py)
    }
}
