// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Finding an entry by what people call it.
///
/// An index holds names and aliases in any language, each with the id that it names; one name may be that of several ids, and
/// one id has any number of names. `find` answers with every id of that name, as folded (see `sinedie/model/fold.hpp`), and
/// never guesses. `suggest` is for the question that follows a failed search: names that begin as the text does, or differ from
/// it in a letter or two. `look_alikes` finds names that read the same but are written in letters of another script; they are
/// reported, and never taken for the same.
///
///     name_index<venue_id> places;
///     places.add("istanbul", "Istanbul");
///     places.find("İSTANBUL");              // istanbul
///     places.suggest("Istambul");           // istanbul, by "Istanbul", at a distance of 1
///     places.look_alikes("Ist\u0430nbul");  // istanbul: the fourth letter is Cyrillic
///
/// The distance is the number of letters to insert, delete, replace or swap with their neighbour, none touched twice (optimal
/// string alignment). Up to two letters nothing is near; up to five one step is, up to nine two, beyond that three.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/model/fold.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {
namespace detail {

/// The steps from one folded text to the other, or nothing where they are more than `most`. Takes time in proportion to
/// length × `most`.
[[nodiscard]] std::optional<std::size_t> distance(std::u32string_view a, std::u32string_view b, std::size_t most);

/// A folded text, ready to be compared with many.
class nearness {
 public:
  explicit nearness(std::string_view folded);

  /// How far `folded` is: nothing where it isn't near. What begins with the text is near too, after all that is near by steps.
  [[nodiscard]] std::optional<std::size_t> to(std::string_view folded);

 private:
  std::string text_;
  std::u32string letters_;
  std::u32string other_;
  std::uint64_t set_ = 0;  // of letters, hashed
  std::size_t most_ = 0;
};

/// Folded names, each with the numbers of those that bear it.
class name_table {
 public:
  void add(std::uint32_t owner, std::string_view name);

  [[nodiscard]] std::vector<std::uint32_t> find(std::string_view text) const;
  [[nodiscard]] std::vector<std::uint32_t> look_alikes(std::string_view text) const;

  struct near_name {
    std::size_t distance = 0;
    std::string_view spelled;
    std::vector<std::uint32_t> const* owners = nullptr;
  };
  /// At most `most` names, the nearest first, then by spelling.
  [[nodiscard]] std::vector<near_name> near(std::string_view text, std::size_t most) const;

 private:
  struct bearers {
    std::string spelled;  // the least of its spellings by bytes
    std::vector<std::uint32_t> owners;
  };
  std::unordered_map<std::string, bearers> names_;
  // By skeleton, the folded names whose skeleton differs from them.
  std::unordered_map<std::string, std::vector<std::string>> disguised_;  // each sorted
};

}  // namespace detail

/// A name that is near a text.
template <typename Id>
struct suggestion {
  Id id;
  std::string name;          ///< as it was added
  std::size_t distance = 0;  ///< steps; for a name that only begins as the text does, how much longer it is, plus three

  friend bool operator==(suggestion const&, suggestion const&) = default;
};

template <typename Id>
class name_index {
 public:
  /// Names that fold to nothing are taken and never found.
  template <detail::string_like Name>
  void add(Id const& id, Name const& name) {
    table_.add(number(id), std::string_view{name});
  }
  /// In all its languages.
  void add(Id const& id, localized const& names) {
    for (auto const& entry : names.entries()) table_.add(number(id), entry.text);
  }
  /// The id itself, as a name.
  void add(Id const& id) { table_.add(number(id), id.str()); }

  /// All ids with that name, sorted.
  [[nodiscard]] std::vector<Id> find(std::string_view text) const { return ids(table_.find(text)); }

  /// At most `most` ids, each by its nearest name; the nearest first, then by name, then by id.
  [[nodiscard]] std::vector<suggestion<Id>> suggest(std::string_view text, std::size_t most = 3) const {
    std::vector<suggestion<Id>> found;
    // One id may have several near names: look at more names than are asked for.
    for (auto const& near : table_.near(text, std::min<std::size_t>(most, 1000) * 8)) {
      for (Id const& id : ids(*near.owners)) {
        if (found.size() == most) return found;
        if (std::ranges::find(found, id, &suggestion<Id>::id) != found.end()) continue;
        found.push_back({id, std::string{near.spelled}, near.distance});
      }
    }
    return found;
  }

  /// All ids with a name that looks like `text` but isn't it, sorted.
  [[nodiscard]] std::vector<Id> look_alikes(std::string_view text) const { return ids(table_.look_alikes(text)); }

  [[nodiscard]] bool empty() const noexcept { return ids_.empty(); }

 private:
  [[nodiscard]] std::uint32_t number(Id const& id) {
    auto const [at, added] = numbers_.try_emplace(id, static_cast<std::uint32_t>(ids_.size()));
    if (added) ids_.push_back(id);
    return at->second;
  }
  [[nodiscard]] std::vector<Id> ids(std::vector<std::uint32_t> const& numbers) const {
    std::vector<Id> found;
    for (std::uint32_t const n : numbers) found.push_back(ids_[n]);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  std::vector<Id> ids_;
  std::unordered_map<Id, std::uint32_t> numbers_;
  detail::name_table table_;
};

/// Of `known`, a range of strings, the words nearest to `text`, for "did you mean": at most `most`, the nearest first, then in
/// the order of their bytes.
template <typename Words>
[[nodiscard]] std::vector<std::string> nearest(std::string_view text, Words&& known, std::size_t most = 3) {
  detail::nearness near{fold(text)};
  std::vector<std::pair<std::size_t, std::string>> found;
  for (auto&& word : known) {
    std::string spelled{std::string_view{word}};
    if (auto const distance = near.to(fold(spelled))) found.emplace_back(*distance, std::move(spelled));
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (found.size() > most) found.resize(most);
  std::vector<std::string> words;
  for (auto& [distance, word] : found) words.push_back(std::move(word));
  return words;
}

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/names-inl.hpp>
#endif
