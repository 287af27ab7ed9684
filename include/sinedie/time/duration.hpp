// SPDX-License-Identifier: BSL-1.0
#pragma once

/// How long something takes, in calendar units: `P1D`, `PT4H`, `P1M`, `P1Y2M3DT4H5M6S`, `P2W`.
///
/// A month has 28 to 31 days and a year 365 or 366, so a duration has a least and a greatest length in seconds, each reached from
/// some day of the Gregorian calendar (`P2M` is 59 to 62 days, not 56 to 62); days are always 86,400 seconds. Whole numbers only,
/// never negative; weeks may stand with other units, before days.
///
///     time::duration{"P1M"}.seconds_min() / 86400;   // 28
///     time::duration{"P1M"}.seconds_max() / 86400;   // 31
///
/// Source: ISO 8601-1:2019, 5.5.2.

#include <cstdint>
#include <string>
#include <string_view>

#include <sinedie/result.hpp>

namespace sinedie::time {

class duration {
 public:
  /// Throws `sinedie::error` that names the value, the offset, and what was expected.
  explicit duration(std::string_view iso8601);
  explicit duration(char const* iso8601) : duration{std::string_view{iso8601}} {}
  [[nodiscard]] static result<duration> try_parse(std::string_view iso8601);

  /// As it was given.
  [[nodiscard]] std::string const& text() const noexcept { return text_; }
  [[nodiscard]] std::int64_t seconds_min() const noexcept { return least_; }
  [[nodiscard]] std::int64_t seconds_max() const noexcept { return most_; }

  /// The same text: `P7D` and `P1W` are as long as each other and not the same.
  friend bool operator==(duration const&, duration const&) = default;

 private:
  duration() = default;
  std::string text_;
  std::int64_t least_ = 0;
  std::int64_t most_ = 0;
};

}  // namespace sinedie::time

template <>
struct std::hash<sinedie::time::duration> {
  [[nodiscard]] std::size_t operator()(sinedie::time::duration const& d) const noexcept { return std::hash<std::string>{}(d.text()); }
};

#if !defined(SINEDIE_COMPILED)
#include <sinedie/time/duration-inl.hpp>
#endif
