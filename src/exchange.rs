//! Handing a plan out.
