// SPDX-License-Identifier: BSL-1.0
#include <sinedie/time/dating.hpp>
#include <sinedie/time/stated_date.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "catch.hpp"

namespace sinedie_test::qualifiers_test {

using namespace sinedie;
using time::component;
using time::dating;
using time::qualifiers;
using time::stated_as;

namespace {

constexpr bool works_while_compiling() {
  qualifiers q;
  if (q.any()) return false;
  q.add_uncertain(component::month).add_approximate(component::day);
  return q.uncertain(component::month) && !q.approximate(component::month) && q.approximate(component::day) && !q.any(component::year) &&
         q.uncertain() && q.approximate() && (q | qualifiers{}) == q;
}
static_assert(works_while_compiling());

/// "?" "~" "%" or "." for year, month and day.
std::string marks(qualifiers q) {
  std::string text;
  for (auto const c : time::all_components)
    text += q.uncertain(c) && q.approximate(c) ? '%' : q.uncertain(c) ? '?' : q.approximate(c) ? '~' : '.';
  return text;
}

}  // namespace

TEST_CASE("a qualifier holds for the components that it stands beside", "[qualifiers]") {
  struct { char const* text; char const* start; char const* end; } const cases[] = {
      {"2004-06-11", "...", "..."},
      // the examples of the specification
      {"2004-06-11%", "%%%", "%%%"}, {"2004-06~-11", "~~.", "~~."}, {"2004?-06-11", "?..", "?.."},
      {"?2004-06-~11", "?.~", "?.~"}, {"2004-%06-11", ".%.", ".%."},
      {"2004~", "~..", "~.."}, {"2004-06?", "??.", "??."}, {"2003-23?", "??.", "??."}, {"2003-~23", ".~.", ".~."},
      {"?2004-06~-11%", "%%%", "%%%"}, {"2004?-06~-11", "%~.", "%~."}, {"1950S2", "~..", "~.."}, {"1950S2?", "%..", "%.."},
      {"-0044?-03", "?..", "?.."}, {"156X~", "~..", "~.."}, {"Y12345?", "?..", "?.."},
      // each end by itself
      {"2004-06-~01/2004-06-20%", "..~", "%%%"}, {"2004~/2005", "~..", "..."}, {"2004/2005?", "...", "?.."},
      {"2004?/..", "?..", "..."}, {"../2004-~06", "...", ".~."}, {"/2004%", "...", "%.."},
      // any member of a set
      {"[1667,1668~,1670-?12]", "~?.", "~?."}, {"{1667?..1668~}", "%..", "%.."}};
  for (auto const& [text, start, end] : cases) {
    CAPTURE(text);
    auto const d = dating::try_parse(text);
    REQUIRE(d);
    CHECK(marks(d->start_qualifiers()) == start);
    CHECK(marks(d->end_qualifiers()) == end);
    CHECK(d->qualifiers() == (d->start_qualifiers() | d->end_qualifiers()));
    CHECK(d->uncertain() == d->qualifiers().uncertain());
    CHECK(d->approximate() == d->qualifiers().approximate());
    dating const again{d->canonical()};
    CHECK(again.start_qualifiers() == d->start_qualifiers());
    CHECK(again.end_qualifiers() == d->end_qualifiers());
  }
}

TEST_CASE("whatever marks stand left and right of components, each component has what the rule gives it", "[qualifiers]") {
  // All 4^6 ways of marking 2004-06-11 on both sides of each component.
  constexpr std::array<char const*, 4> mark{"", "?", "~", "%"};
  constexpr std::array<char const*, 3> digits{"2004", "06", "11"};
  // Of each meaning the spellings with the fewest marks, and the one that is canonical.
  std::map<std::string, std::size_t> fewest;
  std::map<std::string, std::string> canonical;
  auto const count = [](std::string const& of) {
    return static_cast<std::size_t>(std::count_if(of.begin(), of.end(), [](char c) { return c == '?' || c == '~' || c == '%'; }));
  };
  int compared = 0;
  int caught = 0;
  for (unsigned n = 0; n < 4096; ++n) {
    std::string text;
    std::array<unsigned, 3> expected{};  // bit 0 uncertain, bit 1 approximate: the index of the mark
    for (unsigned c = 0; c < 3; ++c) {
      unsigned const left = n >> (4 * c) & 3U;
      unsigned const right = n >> (4 * c + 2) & 3U;
      if (c != 0) text += '-';
      text.append(mark[left]).append(digits[c]).append(mark[right]);
      expected[c] |= left;
      for (unsigned i = 0; i <= c; ++i) expected[i] |= right;
    }
    std::string told;
    for (unsigned const e : expected) told += ".?~%"[e];
    dating const d{text};
    auto const got = marks(d.start_qualifiers());
    auto const [known, fresh] = fewest.emplace(told, count(text));
    known->second = std::min(known->second, count(text));
    if (auto const [same, first] = canonical.emplace(told, d.canonical()); !first && same->second != d.canonical())
      CHECK(text + ' ' + d.canonical() == text + ' ' + same->second);
    if (dating{d.canonical()}.canonical() != d.canonical()) CHECK(text == "its canonical form isn't canonical");
    if (got != told) CHECK(text + ' ' + got == text + ' ' + told);
    caught += got != marks(dating{"2004-06-11?"}.start_qualifiers());  // the planted fault: all the same
    ++compared;
  }
  CHECK(compared == 4096);
  CHECK(caught > 4000);
  CHECK(canonical.size() == 64);
  int longer_before_each = 0;  // the planted fault: one mark before each component
  for (auto const& [told, text] : canonical) {
    CAPTURE(told, text);
    CHECK(count(text) == fewest.at(told));
    CHECK(marks(dating{text}.start_qualifiers()) == told);
    longer_before_each += count(told) > fewest.at(told);
  }
  CHECK(longer_before_each > 10);
  WARN("qualifiers: " << compared << " markings compared, " << caught << " planted faults seen");
}

TEST_CASE("each date of an expression is told with its place and its qualifiers", "[qualifiers]") {
  auto const told = [](char const* text) {
    std::string all;
    for (auto const& s : time::stated_dates(dating{text}))
      all.append(all.empty() ? "" : "; ").append(to_string(s.as)) += ' ' + s.text + ' ' + std::string{to_string(s.precision)} + ' ' +
                                                                    marks(s.qualifiers);
    return all;
  };
  CHECK(told("2004-06-11") == "date 2004-06-11 day ...");
  CHECK(told("2004-06~/2005?") == "start 2004-06~ month ~~.; end 2005? year ?..");
  CHECK(told("../2005?") == "end 2005? year ?..");
  CHECK(told("2004-01-01T10:30:45.500Z/..") == "start 2004-01-01T10:30:45.500Z second ...");
  CHECK(told("[1667, ?1668-~12,1670..1672-05%]") ==
        "member 1667 year ...; member ?1668-~12 month ?~.; range_from 1670 year ...; range_to 1672-05% month %%.");
  CHECK(told("{..1983-12-31,1984-11-05..}") == "range_to 1983-12-31 day ...; range_from 1984-11-05 day ...");
  CHECK(told("../..").empty());
  CHECK(to_string(stated_as::range_to) == "range_to");
  CHECK(to_string(component::month) == "month");
}

}  // namespace sinedie_test::qualifiers_test
