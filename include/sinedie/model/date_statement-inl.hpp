// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <sinedie/config.hpp>
#include <sinedie/model/date_statement.hpp>

namespace sinedie {

// Copying and moving everything that may be said: made once, not in each file that builds one.
SINEDIE_INLINE date_statement::date_statement() = default;
SINEDIE_INLINE date_statement::date_statement(std::string_view edtf) : dating_{time::dating{edtf}} {}
SINEDIE_INLINE date_statement::date_statement(time::dating d) : dating_{std::move(d)} {}
SINEDIE_INLINE date_statement::date_statement(date_statement const&) = default;
SINEDIE_INLINE date_statement::date_statement(date_statement&&) noexcept = default;
SINEDIE_INLINE date_statement& date_statement::operator=(date_statement const&) = default;
SINEDIE_INLINE date_statement& date_statement::operator=(date_statement&&) noexcept = default;
SINEDIE_INLINE date_statement::~date_statement() = default;
SINEDIE_INLINE bool date_statement::operator==(date_statement const&) const = default;

}  // namespace sinedie
