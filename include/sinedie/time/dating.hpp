// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What is known about when something happens; the class stands in a header of its own, which its bodies need first.

#include <sinedie/time/detail/dating_class.hpp>

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/dating-inl.hpp>
#endif
