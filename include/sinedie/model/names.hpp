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

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/config.hpp>
#include <sinedie/model/id.hpp>
#include <sinedie/model/text.hpp>

namespace sinedie {
namespace detail {

/// Folded names, each with the ids that bear it.
class id_table {
 public:
  id_table();
  id_table(id_table const& other);
  id_table(id_table&& other) noexcept;
  id_table& operator=(id_table other) noexcept;
  ~id_table();

  void add(std::string_view id, std::string_view name);

  /// In the order of their bytes.
  [[nodiscard]] std::vector<std::string_view> find(std::string_view text) const;
  [[nodiscard]] std::vector<std::string_view> look_alikes(std::string_view text) const;

  struct near_id {
    std::string_view id;
    std::string_view name;  ///< as it was added
    std::size_t distance = 0;
  };
  /// At most `most`, each once: the nearest name first, then by its spelling, then by id.
  [[nodiscard]] std::vector<near_id> suggest(std::string_view text, std::size_t most) const;

  [[nodiscard]] bool empty() const noexcept;

 private:
  struct kept;

  kept* kept_;  ///< null before the first name
};

/// See `nearest`.
[[nodiscard]] std::vector<std::string> nearest_of(std::string_view text, std::vector<std::string> known, std::size_t most);

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
    table_.add(id.str(), std::string_view{name});
  }
  /// In all its languages.
  void add(Id const& id, localized const& names) {
    for (auto const& entry : names.entries()) table_.add(id.str(), entry.text);
  }
  /// The id itself, as a name.
  void add(Id const& id) { table_.add(id.str(), id.str()); }

  /// All ids with that name, sorted.
  [[nodiscard]] std::vector<Id> find(std::string_view text) const { return ids(table_.find(text)); }

  /// At most `most` ids, each by its nearest name; the nearest first, then by name, then by id.
  [[nodiscard]] std::vector<suggestion<Id>> suggest(std::string_view text, std::size_t most = 3) const {
    std::vector<suggestion<Id>> found;
    for (auto const& near : table_.suggest(text, most)) found.push_back({Id{near.id}, std::string{near.name}, near.distance});
    return found;
  }

  /// All ids with a name that looks like `text` but isn't it, sorted.
  [[nodiscard]] std::vector<Id> look_alikes(std::string_view text) const { return ids(table_.look_alikes(text)); }

  [[nodiscard]] bool empty() const noexcept { return table_.empty(); }

 private:
  [[nodiscard]] static std::vector<Id> ids(std::vector<std::string_view> const& texts) {
    std::vector<Id> found;
    for (auto const text : texts) found.emplace_back(text);
    return found;
  }

  detail::id_table table_;
};

/// Of `known`, a range of strings, the words nearest to `text`, for "did you mean": at most `most`, the nearest first, then in
/// the order of their bytes.
template <typename Words>
[[nodiscard]] std::vector<std::string> nearest(std::string_view text, Words&& known, std::size_t most = 3) {
  std::vector<std::string> words;
  for (auto&& word : known) words.emplace_back(word);
  return detail::nearest_of(text, std::move(words), most);
}

}  // namespace sinedie

#if !defined(SINEDIE_COMPILED)
#include <sinedie/model/names-inl.hpp>
#endif
