// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include <sinedie/timeline/timeline.hpp>

/// The interface of a shared library: our types go through it.
__attribute__((visibility("default"))) sinedie::timeline agenda();
__attribute__((visibility("default"))) sinedie::timeline agenda_on(std::string_view edtf);
