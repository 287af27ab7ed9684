// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Rows on their way to becoming events: which column means what, and what a row then says.

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/io/import.hpp>
#include <sinedie/model/event.hpp>
#include <sinedie/result.hpp>

namespace sinedie::detail {

enum class role : unsigned char {
  attribute,
  id,
  title,
  kind,
  status,
  date,
  start,
  end,
  expected,
  why_undated,
  parties,
  party_names,
  venue,
  venue_names,
  city,
  country,
  latitude,
  longitude,
  note,
  topics,
  modes,
  series,
  relations,
  at_least,
  at_most,
  source,
  url,
  as_of,
  cameo,
  plover,
  plover_mode,
  ignore,
};

/// The word for it in a mapping; nothing for any other word.
[[nodiscard]] std::optional<role> to_role(std::string_view word);
[[nodiscard]] std::vector<std::string_view> role_words();

enum class day_order : unsigned char { unknown, dmy, mdy };

struct column_role {
  role what = role::attribute;
  std::string name;  ///< of the attribute
};

/// What each column means.
struct column_plan {
  std::vector<column_role> columns;
  std::vector<std::pair<column_role, std::string>> constants;
  day_order order = day_order::unknown;
  std::string list_separators = ";";
  bool ids_given = false;         ///< `parties` and `venues` hold ids, as our own CSV writes them
  bool recognised = false;        ///< whether any column is more than an attribute
};

/// What a mapping says before any header is known.
struct mapping {
  struct line {
    std::string role;
    std::string column;
    bool constant = false;
  };
  std::vector<line> lines;
  std::optional<char> separator;
  bool header = true;
  day_order order = day_order::unknown;
  std::string list_separators = ";";
};

/// Throws `errc::bad_syntax` or `errc::unknown_word` that names the line.
[[nodiscard]] mapping parse_mapping(std::string_view text);
/// Throws `errc::unknown_word` for a column that isn't in the header, with the nearest.
[[nodiscard]] column_plan plan_columns(std::vector<std::string> const& header, mapping const& m);

struct named_party {
  std::string id;
  std::string name;
};
struct named_venue {
  std::string id;
  std::string name;
  std::string kind;
  std::string in;
  std::optional<coordinates> at;
};

/// What a row says.
struct incoming {
  std::string id;
  bool numbered = false;  ///< whether the id was made of where it stands, for want of one
  std::string title;
  std::string kind;
  std::string note;
  claim_fields fields;
  std::vector<relation> relations;
  duration_range lasting;
  std::vector<attribute> attributes;
  std::vector<named_party> parties;
  std::vector<named_venue> venues;
  std::string source;
  std::string url;
  std::optional<date_statement> reported;
  std::vector<std::string_view> warnings;
  /// An event that came whole; then the fields above are only what it refers to.
  std::optional<event> whole;

  /// Makes an id that was made of the place tell one file from another; the first is 0.
  void number(std::size_t file) {
    if (numbered && file > 0) id = "file-" + std::to_string(file + 1) + '-' + id;
  }
  /// As an event of its own, which declares what the row says.
  [[nodiscard]] event declared() const&;
  /// Leaves only what isn't the event's own: who takes part and where, by name, and who says so.
  [[nodiscard]] event declared() &&;
};

/// What is wrong with a row, and in which of its cells.
struct bad_cell {
  std::size_t cell = static_cast<std::size_t>(-1);
  std::string reason;
};

/// The ids of names, each made once: a table has the same few over and over.
class name_ids {
 public:
  [[nodiscard]] std::string const& of(std::string_view name);

 private:
  struct hashing {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::string, hashing, std::equal_to<>> ids_;
};

/// Fills `to`, which is empty; nothing where all went well. `number` names rows that have no id of their own.
[[nodiscard]] std::optional<bad_cell> understand(column_plan const& plan, std::vector<std::string_view> const& cells,
                                                 std::size_t number, name_ids& names, incoming& to);

/// A date as tables have them: EDTF, or what can only mean one day. What was done to it is put into `warnings`.
[[nodiscard]] result<time::dating> table_date(std::string_view text, day_order order, std::vector<std::string_view>& warnings);

/// An id made of a name: folded, with hyphens. Equal for all spellings of one name.
[[nodiscard]] std::string id_of_name(std::string_view name);
/// The id itself, or it with what no id can hold replaced by `_`.
[[nodiscard]] std::string id_of_cell(std::string_view text);

}  // namespace sinedie::detail
