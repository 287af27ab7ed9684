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
#include <map>
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
#include "scrutiny.hpp"

namespace sinedie::detail {

using json_value = simdjson::dom::element;

/// A step on the way from the root to a value: a member's key, or an item's number.
struct json_step {
  json_step const* outer = nullptr;  ///< null: the root
  std::string_view key = {};
  std::size_t item = nowhere;
  std::size_t again = 0;  ///< how often the object has that key before

  /// The way here as a JSON pointer, from the root or from `base`; a key that is given again with a NUL and how often before, as
  /// `locate_json` takes it.
  [[nodiscard]] std::string pointer(json_step const* base = nullptr) const;
};

class json_reading {
 public:
  /// Examines the text.
  json_reading(std::string_view text, reading const& how, scrutiny how_closely = scrutiny::thorough);

  /// Another one, for another thread to read items of this text's parts with. Only of a quick look.
  [[nodiscard]] json_reading helper() const { return json_reading{*this, as_helper{}}; }

  /// Whether its grammar is right.
  [[nodiscard]] bool is_json() const noexcept { return is_json_; }
  /// The whole of it; nothing where that fails, which is complained about.
  [[nodiscard]] std::optional<json_value> root();
  [[nodiscard]] reading const& how() const noexcept { return how_; }

  /// Whether so much was wrong that it isn't worth going on.
  [[nodiscard]] bool full() const noexcept { return doubtful_ || problems_.size() >= how_.problems; }
  [[nodiscard]] bool spotless() const noexcept { return !doubtful_ && problems_.empty(); }
  /// Whether a quick look wasn't enough: nothing that was read counts.
  [[nodiscard]] bool doubtful() const noexcept { return doubtful_; }
  [[nodiscard]] bool is_quick() const noexcept { return quick_; }
  void doubt() noexcept { doubtful_ = true; }
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

  /// Calls `read(key, part, step)` for each member of the outermost object that is `known`. Members of the user's own are kept, others
  /// complained about. Parts are read by `value` and `list`, so that never more of a large text than an item is taken apart at once.
  template <typename Read>
  bool document(json_step const& root, std::string_view wanted, std::span<std::string_view const> known, Read read) {
    if (!seen_.is_object) {
      if (auto const v = this->root()) wrong(*v, root, wanted);
      return false;
    }
    repeats again{doubled_};
    for (json_part const& part : seen_.parts) {
      if (full()) break;
      json_step const here{&root, part.key, nowhere, again.of(part.key)};
      member(here, known, [&](std::size_t) { read(std::string_view{part.key}, part, here); });
    }
    return true;
  }
  /// The value of a part; it is gone when the next is asked for, of any part.
  [[nodiscard]] std::optional<json_value> value(json_part const& part, json_step const& at) { return parsed(part.value, at); }
  /// Calls `read(value, step)` for each item, or for those from the first-th to before the last-th.
  template <typename Read>
  bool list(json_part const& part, json_step const& at, std::string_view wanted, Read read, std::size_t first = 0,
            std::size_t last = nowhere) {
    if (!part.is_list) {
      if (auto const v = value(part, at)) wrong(*v, at, wanted);
      return false;
    }
    for (std::size_t i = first; i < std::min(last, part.items.size()) && !full(); ++i) {
      json_step const here{&at, {}, i};
      if (auto const v = parsed(part.items[i], here)) read(*v, here);
    }
    return true;
  }

  /// Calls `read(key, value, step)`, or `read(which, value, step)` with the key's place among them, for each member that is `known`.
  /// Members of the user's own are kept, others complained about.
  template <typename Read>
  bool object(json_value v, json_step const& at, std::string_view wanted, std::span<std::string_view const> known, Read read) {
    simdjson::dom::object members;
    if (v.get(members) != simdjson::SUCCESS) return wrong(v, at, wanted), false;
    repeats again{doubled_};
    repeats_of_known once;
    for (auto const one : members) {
      if (full()) break;
      json_step const here{&at, one.key, nowhere, again.of(one.key)};
      member(here, known, [&](std::size_t which) {
        if (quick_ && once.is_repeated(which)) doubt();
        else if constexpr (std::is_invocable_v<Read&, std::size_t, json_value, json_step const&>) read(which, one.value, here);
        else read(one.key, one.value, here);
      }, once.next());
    }
    return true;
  }

  /// Calls `read(key, value, step)` for each member, whatever it is called.
  template <typename Read>
  bool map(json_value v, json_step const& at, std::string_view wanted, Read read) {
    simdjson::dom::object members;
    if (v.get(members) != simdjson::SUCCESS) return wrong(v, at, wanted), false;
    if (quick_ && has_equal_keys(members)) doubt();
    repeats again{doubled_};
    for (auto const one : members) {
      if (full()) break;
      if (one.key.starts_with("x-")) ++next_own_;
      read(one.key, one.value, json_step{&at, one.key, nowhere, again.of(one.key)});
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
  // How often an object had a key before: never, unless the text has doubled keys somewhere.
  class repeats {
   public:
    explicit repeats(bool any) : any_{any} {}
    std::size_t of(std::string_view key) { return any_ ? met_[key]++ : 0; }

   private:
    bool any_;
    std::map<std::string_view, std::size_t> met_ = {};
  };

  // Which of up to 64 known members an object has had. They tend to stand in the order in which they are listed.
  class repeats_of_known {
   public:
    [[nodiscard]] std::size_t next() const noexcept { return next_; }
    [[nodiscard]] bool is_repeated(std::size_t which) noexcept {
      next_ = which + 1;
      auto const bit = std::uint64_t{1} << which;
      return (std::exchange(had_, had_ | bit) & bit) != 0;
    }

   private:
    std::uint64_t had_ = 0;
    std::size_t next_ = 0;
  };

  struct as_helper {};
  json_reading(json_reading const& of, as_helper) : text_{of.text_}, how_{of.how_}, quick_{true}, is_json_{true} {}

  struct complaint {
    problem what;
    bool at_key = false;
    std::string other = {};  // a pointer that the message ends with
  };

  /// Calls `read(which)` with the place of the member's key among those that are known; `likely` is where to look first.
  template <typename Read>
  void member(json_step const& here, std::span<std::string_view const> known, Read read, std::size_t likely = 0) {
    if (likely < known.size() && known[likely] == here.key) return read(likely);
    auto const found = std::find(known.begin(), known.end(), here.key);
    if (found != known.end()) read(static_cast<std::size_t>(found - known.begin()));
    else if (here.key.starts_with("x-")) keep_own(here);
    else unknown(here, known);
  }

  /// Whether any two keys are equal; or there are too many to tell at a glance.
  [[nodiscard]] static bool has_equal_keys(simdjson::dom::object members);

  [[nodiscard]] std::optional<json_value> parsed(json_stretch where, json_step const& at);
  void keep_own(json_step const& at);
  void unknown(json_step const& at, std::span<std::string_view const> known);

  std::string_view text_;
  reading how_;
  simdjson::dom::parser parser_;
  json_examination seen_;
  bool quick_;
  bool doubtful_ = false;
  bool is_json_ = false;
  bool doubled_ = false;
  std::vector<complaint> problems_;
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
