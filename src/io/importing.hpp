// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What readers of other people's formats share: ids made from any text, and remarks counted by kind.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sinedie/io/rejected.hpp>

namespace sinedie::detail {

/// Gives each text an id of one name space: the text itself where it can be one, else a spelling of it with a fingerprint. The
/// same text has the same id; two texts never share one.
class id_maker {
 public:
  [[nodiscard]] std::string const& of(std::string_view text);

 private:
  std::unordered_map<std::string, std::string> by_text_;
  std::unordered_map<std::string, std::size_t> taken_;  // by id: how many texts wanted it
};

class remarks {
 public:
  void add(std::string_view what, std::string_view example = {});
  [[nodiscard]] std::vector<remark> take() { return std::move(all_); }

 private:
  std::vector<remark> all_;
  std::map<std::string, std::size_t, std::less<>> places_;
};

struct plain_text {
  std::string text;
  bool changed = false;  ///< whether there was any markup
};

/// HTML as plain text: tags, comments, scripts and styles go, `<br>` and ends of blocks become line feeds, entities are
/// decoded. A `<` that begins no tag stays one. Linear.
[[nodiscard]] plain_text without_markup(std::string_view html);

/// Without blanks, tabs and line ends at both sides.
[[nodiscard]] std::string without_blanks_around(std::string_view text);

}  // namespace sinedie::detail
