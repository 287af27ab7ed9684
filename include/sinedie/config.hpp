// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Header-only by default: the bodies in `*-inl.hpp` are included by their headers and are `inline`.
/// With SINEDIE_COMPILED (set by the target `sinedie::compiled`) headers only declare, and the
/// library holds the bodies, one translation unit for each floor (`src/compiled/`).
#if defined(SINEDIE_COMPILED)
#define SINEDIE_INLINE
#else
#define SINEDIE_INLINE inline
#endif

/// What is thrown across the bounds of shared libraries is one type to all of them, also where a program hides its symbols.
#if defined(__GNUC__)
#define SINEDIE_VISIBLE __attribute__((visibility("default")))
#else
#define SINEDIE_VISIBLE
#endif

// What can't work is said at once. A file that can't be included ends the compilation, where an #error alone would be followed by a
// page of others.
#if !defined(__cplusplus) || (__cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L))
#error "Sine Die is a C++20 library: compile with -std=c++20 or newer"
#include <needs/c++20>
#elif !defined(__cpp_exceptions) && !defined(__EXCEPTIONS)
#error "Sine Die reports what is wrong by exceptions: compile without -fno-exceptions"
#include <needs/exceptions>
#endif

#define SINEDIE_VERSION_MAJOR 0
#define SINEDIE_VERSION_MINOR 2
#define SINEDIE_VERSION_PATCH 0
#define SINEDIE_VERSION "0.2.0"
