// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/answers.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <sinedie/io/display.hpp>

#include "json_writer.hpp"
#include "shown.hpp"

namespace sinedie {

namespace {

[[nodiscard]] std::string name_of(timeline const& t, std::string const& key, grouping g, std::string const& language) {
  if (g == grouping::party || g == grouping::pair) return t.name(party_id{key}, language);
  if (g == grouping::status) {
    if (auto const s = to_status(key)) {
      auto const word = s == status::under_way ? std::string_view{"under way"} : to_string(*s);
      return std::string{detail::shown_words{language}(word)};
    }
  }
  return g == grouping::venue ? t.name(venue_id{key}, language) : key;
}

[[nodiscard]] table counted(timeline const& t, counts const& c, grouping g, showing const& how) {
  bool const french = how.language == "fr";
  constexpr std::array<std::string_view, 7> group_words_in_french{"partie", "paire", "lieu", "genre", "statut", "année", "mois"};
  std::string const header{french ? group_words_in_french[static_cast<std::size_t>(g)] : to_string(g)};
  table made{{{header, 8}, {french ? "événements" : "events", 6, false, true}}};
  for (auto const& group : c.groups) {
    std::string name;
    for (auto const& key : group.keys) name += (name.empty() ? "" : " – ") + name_of(t, key, g, how.language);
    if (group.keys.empty()) name = french ? "aucun" : "none";
    made.row({std::move(name), std::to_string(group.count)}, group.keys.empty() ? emphasis::faint : emphasis::none);
  }
  return made;
}

[[nodiscard]] std::string total(counts const& c, showing const& how) {
  bool const french = how.language == "fr";
  return std::to_string(c.total) + (french ? " événement" : " event") + (c.total == 1 ? "" : "s") + '\n';
}

/// What an index, or another way to look, is called.
[[nodiscard]] std::string_view index_word(std::string_view index, bool french) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> words{{
      {"flags", "marques"}, {"ids", "identifiants"}, {"kinds", "genres"}, {"pairs", "paires"}, {"parties", "parties"}, {"series", "séries"},
      {"statuses", "états"}, {"topics", "thèmes"}, {"venues", "lieux"}, {"window", "fenêtre"}, {"places", "places"}, {"judged", "jugés"},
      {"scan", "tous"}, {"overlay", "ajouts"}}};
  auto const found = std::find_if(words.begin(), words.end(), [&](auto const& w) { return w.first == index; });
  return french && found != words.end() ? found->second : index;
}

[[nodiscard]] table explained(explanation const& e, showing const& how) {
  bool const french = how.language == "fr";
  auto const say = [&](char const* english, char const* other) { return std::string{french ? other : english}; };
  table made{{{say("term", "terme"), 10},
              {"index", 8},
              {say("estimated", "estimé"), 9, false, true},
              {say("touched", "regardés"), 7, false, true}}};
  for (auto const& s : e.steps)
    made.row({s.term, std::string{index_word(s.index, french)}, std::to_string(s.estimated), std::to_string(s.touched)});
  return made;
}

[[nodiscard]] std::string summary(explanation const& e, showing const& how) {
  bool const french = how.language == "fr";
  auto tenths = std::to_string(static_cast<long long>(e.microseconds * 10));
  if (tenths.size() == 1) tenths.insert(0, "0");
  return std::to_string(e.answered) + (french ? (e.answered > 1 ? " trouvés en " : " trouvé en ") : " found in ") +
         tenths.substr(0, tenths.size() - 1) + (french ? ',' : '.') + tenths.back() + (french ? " microsecondes\n" : " microseconds\n");
}

}  // namespace

std::string counts_table(timeline const& t, counts const& c, grouping g, showing const& how) {
  auto const groups = counted(t, c, g, how).text(detail::width_of(how), detail::style_of(how));
  return groups + '\n' + total(c, how);
}

std::string counts_markdown(timeline const& t, counts const& c, grouping g, showing const& how) {
  return counted(t, c, g, how).markdown() + '\n' + total(c, how);
}

std::string counts_json(counts const& c) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("total").number(static_cast<std::uint64_t>(c.total)).key("groups").open_array();
  for (auto const& group : c.groups)
    out.open_object().key("key").string(group.key()).key("count").number(static_cast<std::uint64_t>(group.count)).close();
  out.close().close();
  return text;
}

std::string explanation_table(explanation const& e, showing const& how) {
  return detail::heading(e.query, detail::width_of(how)) + explained(e, how).text(detail::width_of(how), detail::style_of(how)) +
         '\n' + summary(e, how);
}

std::string explanation_markdown(explanation const& e, showing const& how) {
  return "# " + markdown_escaped(e.query) + "\n\n" + explained(e, how).markdown() + '\n' + summary(e, how);
}

std::string explanation_json(explanation const& e) {
  std::string text;
  detail::json_writer out{text};
  out.open_object().key("query").string(e.query).key("steps").open_array();
  for (auto const& s : e.steps)
    out.open_object()
        .key("term")
        .string(s.term)
        .key("index")
        .string(s.index)
        .key("estimated")
        .number(static_cast<std::uint64_t>(s.estimated))
        .key("touched")
        .number(static_cast<std::uint64_t>(s.touched))
        .close();
  out.close().key("answered").number(static_cast<std::uint64_t>(e.answered)).key("microseconds").number(e.microseconds).close();
  return text;
}

}  // namespace sinedie
