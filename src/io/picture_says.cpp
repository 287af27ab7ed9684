// SPDX-License-Identifier: BSL-1.0
#include "picture_says.hpp"

namespace sinedie::detail {

namespace {

[[nodiscard]] std::string spelled(date_statement const& s) { return s.dating() ? std::string{s.dating()->text()} : "—"; }

template <typename List, typename Word>
[[nodiscard]] std::string listed(List const& list, Word word) {
  std::string text;
  for (auto const& item : list) text.append(text.empty() ? "" : ", ").append(word(item));
  return text.empty() ? "—" : text;
}

[[nodiscard]] std::string spelled(venue_choice const& c) {
  auto const ids = listed(c.venues, [](venue_id const& v) { return v.str(); });
  switch (c.kind) {
    case venue_choice::how::certain:
      return ids;
    case venue_choice::how::possible:
      return ids + '?';
    case venue_choice::how::one_of:
      return "[" + ids + "]";
    case venue_choice::how::not_in:
      break;
  }
  return "≠ " + ids;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> said_fields(claim_fields const& f) {
  std::vector<std::pair<std::string, std::string>> said;
  if (f.status) said.emplace_back("status", to_string(*f.status));
  if (f.when) said.emplace_back("when", spelled(*f.when));
  if (f.expected) said.emplace_back("expected", spelled(*f.expected));
  if (f.why_undated) said.emplace_back("why_undated", to_string(*f.why_undated));
  if (f.venues) said.emplace_back("venues", listed(*f.venues, [](venue_choice const& c) { return spelled(c); }));
  if (f.parties) said.emplace_back("parties", listed(*f.parties, [](participation const& p) { return p.party.str(); }));
  if (f.modes) said.emplace_back("modes", listed(*f.modes, [](mode m) { return std::string{to_string(m)}; }));
  if (f.topics) said.emplace_back("topics", listed(*f.topics, [](std::string const& t) { return t; }));
  if (f.series)
    said.emplace_back("series", listed(*f.series, [](series_round const& r) {
                        return r.round ? r.series.str() + ' ' + std::to_string(*r.round) : r.series.str();
                      }));
  if (f.by) said.emplace_back("by", listed(*f.by, [](party_id const& p) { return p.str(); }));
  return said;
}

}  // namespace sinedie::detail
