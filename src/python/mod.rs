//! The Python module `klubba._klubba`.
