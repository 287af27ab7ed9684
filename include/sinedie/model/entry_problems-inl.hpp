// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/model/entry_problems.hpp>

namespace sinedie::detail {

/// Gathers what is wrong with one entry; messages begin with what the entry is.
class entry_examiner {
 public:
  entry_examiner(std::string_view sort, std::string_view id) : sort_{sort}, id_{id} {}

  void complain(errc code, std::string message, std::string pointer, std::string found = {}, std::string expected = {}) {
    problem p;
    p.code = code;
    p.message = std::string{sort_} + ' ' + quoted(id_) + ": " + std::move(message);
    p.where.pointer = std::move(pointer);
    p.found = std::move(found);
    p.expected = std::move(expected);
    problems_.push_back(std::move(p));
  }

  /// `at` is a pointer, or makes one: most texts are well, and none is needed.
  template <typename At>
  void text(std::string_view value, At at) {
    auto const bad = first_invalid_utf8(value);
    auto const nul = bad ? std::string_view::npos : value.find('\0');
    if (!bad && nul == std::string_view::npos) return;
    std::string pointer;
    if constexpr (std::is_invocable_v<At>) pointer = at();
    else pointer = at;
    if (bad) complain(errc::bad_encoding, quoted(value) + " isn't UTF-8 from byte " + std::to_string(*bad) + " on", pointer, {}, "UTF-8");
    else complain(errc::bad_character, quoted(value) + " has a NUL at byte " + std::to_string(nul), pointer, {}, "text without NUL");
    problems_.back().offset = bad ? *bad : nul;
  }
  void texts(std::vector<std::string> const& values, std::string_view list) {
    for (std::size_t i = 0; i < values.size(); ++i) text(values[i], [&] { return std::string{list} + '/' + std::to_string(i); });
  }
  void date(std::optional<date_statement> const& d, std::string_view at) {
    if (!d) return;
    text(d->as_written(), [&] { return std::string{at} + "/as_written"; });
    text(d->language(), [&] { return std::string{at} + "/language"; });
  }

  template <typename Id>
  void once(std::vector<Id> const& given, std::string const& at) {
    if (given.size() < 2) return;
    auto list = given;
    std::sort(list.begin(), list.end());
    auto const two = std::adjacent_find(list.begin(), list.end());
    if (two != list.end()) complain(errc::conflict, quoted(two->str()) + " stands twice in this list", at, two->str(), "each only once");
  }

  void fields(claim_fields const& f, std::string const& at) {
    date(f.when, at + "/when");
    date(f.expected, at + "/expected");
    if (f.topics) texts(*f.topics, at + "/topics");
    if (f.parties)
      for (std::size_t i = 0; i < f.parties->size(); ++i)
        text((*f.parties)[i].role, [&] { return at + "/parties/" + std::to_string(i) + "/role"; });
    if (f.venues)
      for (std::size_t i = 0; i < f.venues->size(); ++i) {
        auto const& choice = (*f.venues)[i].venues;
        auto const here = at + "/venues/" + std::to_string(i);
        if (choice.empty()) complain(errc::missing_member, "a choice of venues without a venue", here, {}, "at least one venue");
        once(choice, here);
      }
    if (f.by) once(*f.by, at + "/by");
    if (f.series)
      for (std::size_t i = 0; i < f.series->size(); ++i)
        if ((*f.series)[i].round == 0U)
          complain(errc::out_of_range, "a round 0; rounds count from 1", at + "/series/" + std::to_string(i) + "/round", "0", "1 or more");
  }

  void range(std::optional<time::duration> const& least, std::optional<time::duration> const& most, std::string const& at) {
    if (least && most && least->seconds_min() > most->seconds_max())
      complain(errc::reversed, "at least " + quoted(least->text()) + " and at most " + quoted(most->text()) + " can't both hold", at,
               std::string{most->text()}, "no less than " + std::string{least->text()});
  }

  void own(std::vector<extension> const& list) {
    for (auto const& e : list) text(e.json, e.pointer);
  }

  [[nodiscard]] std::vector<problem> take() && { return std::move(problems_); }

 private:
  std::string_view sort_;
  std::string_view id_;
  std::vector<problem> problems_;
};

SINEDIE_INLINE std::vector<problem> entry_problems(party const& p) {
  entry_examiner x{"party", p.id().str()};
  x.texts(p.aliases(), "/aliases");
  if (p.organ_of() == p.id())
    x.complain(errc::self_reference, "it can't be an organ of itself", "/organ_of", p.id().str(), "another party");
  for (std::size_t i = 0; i < p.offices().size(); ++i) {
    std::string const at = "/offices/" + std::to_string(i);
    if (p.offices()[i].of == p.id())
      x.complain(errc::self_reference, "it can't hold an office in itself", at + "/of", p.id().str(), "another party");
    x.date(p.offices()[i].when, at + "/when");
  }
  for (std::size_t i = 0; i < p.memberships().size(); ++i) {
    std::string const at = "/memberships/" + std::to_string(i);
    if (p.memberships()[i].in == p.id())
      x.complain(errc::self_reference, "it can't be a member of itself", at + "/in", p.id().str(), "another party");
    x.date(p.memberships()[i].when, at + "/when");
  }
  x.own(p.extensions());
  return std::move(x).take();
}

SINEDIE_INLINE std::vector<problem> entry_problems(venue const& v) {
  entry_examiner x{"venue", v.id().str()};
  x.texts(v.aliases(), "/aliases");
  x.text(v.zone(), "/zone");
  if (v.in() == v.id()) x.complain(errc::self_reference, "it can't lie in itself", "/in", v.id().str(), "another venue");
  x.own(v.extensions());
  return std::move(x).take();
}

SINEDIE_INLINE std::vector<problem> entry_problems(series const& s) {
  entry_examiner x{"series", s.id().str()};
  x.own(s.extensions());
  return std::move(x).take();
}

SINEDIE_INLINE std::vector<problem> entry_problems(event const& e) {
  entry_examiner x{"event", e.id().str()};
  x.fields(e.fields(), {});
  for (std::size_t i = 0; i < e.relations().size(); ++i) {
    auto const& r = e.relations()[i];
    std::string const at = "/relations/" + std::to_string(i);
    if (r.other == e.id())
      x.complain(errc::self_reference, "it can't be related to itself (" + std::string{to_string(r.kind)} + ')', at,
                 r.other.str(), "another event");
    bool const measured = r.kind == relation_kind::before || r.kind == relation_kind::after || r.kind == relation_kind::follows_up ||
                          r.kind == relation_kind::prepares;
    if (!measured && (r.gap.at_least || r.gap.at_most))
      x.complain(errc::conflict,
                 "a gap says nothing with " + quoted(to_string(r.kind)) + "; it goes with before, after, follows_up and prepares",
                 at);
    x.range(r.gap.at_least, r.gap.at_most, at);
  }
  x.range(e.lasting().at_least, e.lasting().at_most, "/duration");
  for (auto const& a : e.attributes()) {
    x.text(a.key, "/attributes");
    x.text(a.value, "/attributes");
  }
  for (std::size_t i = 0; i < e.attributes().size(); ++i)
    for (std::size_t k = 0; k < i && i < 64; ++k)
      if (e.attributes()[i].key == e.attributes()[k].key)
        x.complain(errc::duplicate_key, "two attributes " + quoted(e.attributes()[i].key), "/attributes", e.attributes()[i].key,
                   "each key once");
  x.own(e.extensions());
  return std::move(x).take();
}

SINEDIE_INLINE std::vector<problem> entry_problems(document const& d) {
  entry_examiner x{"document", d.id().str()};
  x.text(d.url(), "/url");
  x.date(d.published(), "/published");
  x.own(d.extensions());
  return std::move(x).take();
}

SINEDIE_INLINE std::vector<problem> entry_problems(report const& r) {
  entry_examiner x{"report", r.id().str()};
  if (!r.about()) x.complain(errc::missing_member, "it doesn't say what event it is about", "/about", {}, "the id of an event");
  x.text(r.url(), "/url");
  x.date(r.said(), "/said");
  x.date(r.published(), "/published");
  if (r.says()) x.fields(r.says()->fields(), "/says");
  if (r.denies()) x.fields(r.denies()->fields(), "/denies");
  auto const itself = [&](report_id const& other, std::string const& what, std::string pointer) {
    if (other == r.id())
      x.complain(errc::self_reference, "it can't " + what + " itself", std::move(pointer), r.id().str(), "another report");
  };
  for (std::size_t i = 0; i < r.citing().size(); ++i)
    if (auto const* const cited = r.citing()[i].report()) itself(*cited, "cite", "/citing/" + std::to_string(i));
  for (std::size_t i = 0; i < r.supersedes().size(); ++i) itself(r.supersedes()[i], "supersede", "/supersedes/" + std::to_string(i));
  for (std::size_t i = 0; i < r.retracts().size(); ++i) itself(r.retracts()[i], "retract", "/retracts/" + std::to_string(i));
  x.own(r.extensions());
  return std::move(x).take();
}

}  // namespace sinedie::detail
