// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What a report says or denies, field by field, in a word or two each.

#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/claim.hpp>

namespace sinedie::detail {

/// Field and value, in the order of the file format; "—" for what is explicitly none.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> said_fields(claim_fields const& f);

}  // namespace sinedie::detail
