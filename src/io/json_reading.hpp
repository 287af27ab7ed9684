// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Reads values out of a JSON text one by one and gathers everything that is wrong with them.
///
/// Nothing here throws for what the text says. A getter gives the value, or complains and gives nothing; the reader goes on, so
/// all of a file's problems come together. Where something stands is known as a chain of steps on the stack; lines and columns
/// are looked up at the end, in one pass, and only for what was complained about.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <sinedie/error.hpp>
#include <sinedie/io/reading.hpp>
#include <sinedie/model/extension.hpp>

#include "json_text.hpp"

namespace sinedie::detail {

using json_value = simdjson::dom::element;

/// A step on the way from the root to a value: a member's key, or an item's number.
struct json_step {
  json_step const* outer = nullptr;  ///< null: the root
  std::string_view key = {};
  std::size_t item = nowhere;

  /// The way here as a JSON pointer, from the root or from `base`.
  [[nodiscard]] std::string pointer(json_step const* base = nullptr) const;
};

class json_reading {
 public:
  /// Examines the text; `root` is there unless its grammar is wrong.
  json_reading(std::string_view text, reading const& how);

  [[nodiscard]] std::optional<json_value> const& root() const noexcept { return root_; }
  [[nodiscard]] reading const& how() const noexcept { return how_; }

  /// Whether so much was wrong that it isn't worth going on.
  [[nodiscard]] bool full() const noexcept { return problems_.size() >= how_.problems; }
  [[nodiscard]] bool spotless() const noexcept { return problems_.empty(); }
  /// All problems in the order of the text, with pointer, line and column.
  [[nodiscard]] std::vector<problem> take_problems();

  /// A problem with the value at `at`; with its key where `at_key`.
  void complain(json_step const& at, problem p) { complain_of(at, std::move(p), false); }
  void complain_of(json_step const& at, problem p, bool at_key);
  void complain(json_step const& at, errc code, std::string message, std::string expected, bool at_key = false);
  /// A problem whose message ends with where something else stands: `, line 7, column 3`.
  void complain(json_step const& at, problem p, std::string other);
  void missing(json_step const& at, std::string_view member);
  /// A value of the wrong sort; `wanted` is what should stand there, as in "a text".
  void wrong(json_value v, json_step const& at, std::string_view wanted);

  [[nodiscard]] std::optional<std::string> string(json_value v, json_step const& at, std::string_view wanted = "a string");
  [[nodiscard]] std::optional<bool> boolean(json_value v, json_step const& at);
  /// A whole number from 1 to 4,294,967,295.
  [[nodiscard]] std::optional<std::uint32_t> count(json_value v, json_step const& at);
  [[nodiscard]] std::optional<double> number(json_value v, json_step const& at);
  /// One of `words`, by its place among them.
  [[nodiscard]] std::optional<std::size_t> word(json_value v, json_step const& at, std::span<std::string_view const> words);

  /// Calls `read(key, value, step)` for each member that is `known`. Members of the user's own are kept, others complained about.
  template <typename Read>
  bool object(json_value v, json_step const& at, std::string_view wanted, std::span<std::string_view const> known, Read read) {
    simdjson::dom::object members;
    if (v.get(members) != simdjson::SUCCESS) return wrong(v, at, wanted), false;
    for (auto const member : members) {
      if (full()) break;
      json_step const here{&at, member.key, nowhere};
      if (std::find(known.begin(), known.end(), member.key) != known.end()) {
        read(member.key, member.value, here);
      } else if (member.key.starts_with("x-")) {
        keep_own(here);
      } else {
        unknown(here, known);
      }
    }
    return true;
  }

  /// Calls `read(key, value, step)` for each member, whatever it is called.
  template <typename Read>
  bool map(json_value v, json_step const& at, std::string_view wanted, Read read) {
    simdjson::dom::object members;
    if (v.get(members) != simdjson::SUCCESS) return wrong(v, at, wanted), false;
    for (auto const member : members) {
      if (full()) break;
      if (member.key.starts_with("x-")) ++next_own_;
      read(member.key, member.value, json_step{&at, member.key, nowhere});
    }
    return true;
  }

  /// Calls `read(value, step)` for each item.
  template <typename Read>
  bool list(json_value v, json_step const& at, std::string_view wanted, Read read) {
    simdjson::dom::array items;
    if (v.get(items) != simdjson::SUCCESS) return wrong(v, at, wanted), false;
    std::size_t index = 0;
    for (json_value const item : items) {
      if (full()) break;
      read(item, json_step{&at, {}, index++});
    }
    return true;
  }

  /// Pointers of members of the user's own are relative to this step, until another one is named.
  void entry(json_step const& at) noexcept { entry_ = &at; }
  [[nodiscard]] std::vector<extension> take_own() { return std::exchange(own_, {}); }

 private:
  struct complaint {
    problem what;
    bool at_key = false;
    std::string other = {};  // a pointer that the message ends with
  };

  void keep_own(json_step const& at);
  void unknown(json_step const& at, std::span<std::string_view const> known);

  std::string_view text_;
  reading how_;
  simdjson::dom::parser parser_;
  std::optional<json_value> root_;
  std::vector<complaint> problems_;
  std::vector<json_extent> own_places_;
  std::size_t next_own_ = 0;
  json_step const* entry_ = nullptr;
  std::vector<extension> own_;
};

/// What a value is, for a message: a string in quotes, a number, `true`, "a list", "an object".
[[nodiscard]] std::string described(json_value v);

/// Gives problems their lines and columns by their pointers; of the key rather than the value where `at_key` says so.
void give_places(std::vector<problem>& problems, std::vector<bool> const& at_key, std::string_view text);

/// JSON on one line.
[[nodiscard]] std::string one_line(std::string_view json);

}  // namespace sinedie::detail
