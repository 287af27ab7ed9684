// SPDX-License-Identifier: BSL-1.0
#pragma once

/// The names of what weighs reports, for headers that only pass it on.

namespace sinedie::detail {

class interpreter;
class ledger;
struct contents;
struct interpretation;
struct told;

}  // namespace sinedie::detail
