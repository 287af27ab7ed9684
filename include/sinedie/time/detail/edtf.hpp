// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The parts of an expression, and reading and printing them.

#include <sinedie/time/detail/edtf_types.hpp>

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/detail/edtf-inl.hpp>
#include <sinedie/time/detail/edtf_print-inl.hpp>
#endif
