// SPDX-License-Identifier: BSL-1.0
// The other of two translation units that include everything.
#include <sinedie/sinedie.hpp>

#include <string>

std::string shown_by_two() { return std::string{to_string(sinedie::errc::no_such_day)}; }
