// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Why events have the limits they have, for a picture: day by day, as links of chains that events share.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sinedie/chronology.hpp>
#include <sinedie/io/picture_model.hpp>
#include <sinedie/knowledge/detail/ledger.hpp>
#include <sinedie/knowledge/standing.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

namespace sinedie::detail {

/// Where ids stand in a list of the picture.
using picture_places = std::unordered_map<std::string_view, std::uint32_t>;

[[nodiscard]] inline std::uint32_t place_of(picture_places const& known, std::string_view id) {
  auto const found = known.find(id);
  return found == known.end() ? no_name : found->second;
}

class picture_reasons {
 public:
  /// All must outlive this.
  picture_reasons(picture& made, picture_places const& event_at, picture_places const& report_at)
      : made_{made}, event_at_{event_at}, report_at_{report_at}, last_(made.events.size(), no_name) {}

  /// Days come in order. Lays and solves the day's network once more: O((n + m) log n) in events and relations. Chains are looked
  /// through for statements that can be left out until so many were tried.
  void add_day(std::uint32_t day, timeline const& t);

 private:
  class of_day;

  void enter(picture_why const& w);

  static constexpr std::size_t most_tried = 50'000;

  picture& made_;
  picture_places const& event_at_;
  picture_places const& report_at_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  ///< of statements, by their words
  std::vector<std::uint32_t> last_;                         ///< of each event, its latest place in `made_.why`
  std::size_t tried_ = 0;
};

}  // namespace sinedie::detail
