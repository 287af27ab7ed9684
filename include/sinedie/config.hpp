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

#define SINEDIE_VERSION_MAJOR 0
#define SINEDIE_VERSION_MINOR 1
#define SINEDIE_VERSION_PATCH 0
#define SINEDIE_VERSION "0.1.0"
