// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Events as rows of CSV: the header, and a row for each event, with what a row couldn't say.
///
///     csv_rows rows{keys, "en"};
///     rows.head(text);
///     rows.row(text, e, {names, places}, lost);

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exporting.hpp"

namespace sinedie::detail {

/// The keys of attributes that get columns of their own: the first so many that were met.
class attribute_keys {
 public:
  static constexpr std::size_t most = 200;

  void meet(std::vector<attribute> const& all);
  [[nodiscard]] std::map<std::string, std::size_t, std::less<>> const& all() const noexcept { return keys_; }

 private:
  std::map<std::string, std::size_t, std::less<>> keys_;
};

/// Where names come from; each gives an empty text for what has none.
struct names_of {
  std::function<std::string(party_id const&)> party;
  std::function<std::string(venue_id const&)> venue;
};

/// What only rows say that come from rows: who reported them, and when.
struct row_origin {
  std::string source;
  std::string url;
  std::string as_of;
};

class csv_rows {
 public:
  /// With `origins`, each row has the columns `source`, `url` and `as_of`.
  csv_rows(attribute_keys const& keys, std::string language, bool origins = false);

  void head(std::string& out) const;
  void row(std::string& out, event const& e, names_of const& names, account& lost, row_origin const& from = {}) const;

 private:
  std::map<std::string, std::size_t, std::less<>> keys_;  // to columns
  std::string language_;
  bool origins_;
};

}  // namespace sinedie::detail
