// SPDX-License-Identifier: BSL-1.0
// What holds of any dossier and its file: of dossiers at random, of every way to spoil one member of a good file.
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/file.hpp>
#include <sinedie/io/show.hpp>

#include <algorithm>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <simdjson.h>

#include "catch.hpp"
#include "io/json_text.hpp"
#include "soak.hpp"
#include "timeline/random_dossier.hpp"

namespace sinedie_test::dossier_laws_test {

using namespace sinedie;

namespace {

template <typename View, typename Add>
void shuffled(view_range<View> const& of, std::mt19937_64& dice, Add add) {
  std::vector<View> list;
  for (auto const v : of) list.push_back(v);
  std::shuffle(list.begin(), list.end(), dice);
  for (auto const& v : list) add(v.value());
}

/// The same entries in another order, relations and other lists of which the order says nothing included.
dossier in_another_order(dossier const& d, std::mt19937_64& dice) {
  dossier other;
  other.title(d.title()).note(d.note());
  if (d.as_of()) other.as_of(*d.as_of());
  auto const add = [&](auto const& value) { other.add(value); };
  shuffled(d.reports(), dice, add);
  shuffled(d.events(), dice, add);
  shuffled(d.documents(), dice, add);
  shuffled(d.series(), dice, add);
  shuffled(d.venues(), dice, add);
  shuffled(d.parties(), dice, add);
  return other;
}

std::string checked_and_shown(dossier const& d) {
  timeline const t{d};
  return show_json(t, t.select(query{})) + check_json(t);
}

}  // namespace

TEST_CASE("any dossier is written, read and written the same, and reads as what it was", "[laws]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  random_world world{dice};
  std::size_t compared = 0, caught = 0;
  for (std::size_t n = sinedie_test::rounds(2000); n > 0; --n) {
    auto const d = world.some_dossier(1 + world.below(8));
    auto const text = to_json(d);
    auto const back = read_dossier(text);
    REQUIRE(to_json(back) == text);
    for (auto const e : d.events()) REQUIRE(back.find_event(e.id())->value() == e.value());
    for (auto const p : d.parties()) REQUIRE(back.find_party(p.id())->value() == p.value());
    for (auto const r : d.reports()) REQUIRE(back.find_report(r.id())->value() == r.value());
    REQUIRE(back.events().size() == d.events().size());
    // The planted fault: a reader that takes "explicitly no date" for silence.
    auto forgetful = text;
    std::string_view const none = "\"when\": null, ";
    for (auto at = forgetful.find(none); at != std::string::npos; at = forgetful.find(none)) forgetful.erase(at, none.size());
    caught += to_json(read_dossier(forgetful)) != text;
    ++compared;
  }
  std::cout << "dossier_laws: " << compared << " dossiers came back, " << caught << " planted faults seen\n";
  CHECK(compared >= 2000);
  CHECK(caught > 20);
}

TEST_CASE("what a dossier means doesn't depend on the order of its lists", "[laws]") {
  std::mt19937_64 dice{sinedie_test::seed() + 1};
  random_world world{dice};
  std::size_t compared = 0, moved = 0;
  for (std::size_t n = sinedie_test::rounds(300); n > 0; --n) {
    auto const d = world.some_dossier(2 + world.below(8));
    auto const other = in_another_order(d, dice);
    REQUIRE(checked_and_shown(other) == checked_and_shown(d));
    moved += to_json(other) != to_json(d);
    ++compared;
  }
  CHECK(compared >= 300);
  CHECK(moved > compared / 2);
}

TEST_CASE("a member given twice is refused at its place and one taken away is missed there or gone", "[laws]") {
  std::string const text = read_file(SINEDIE_SOURCE_DIR "/tests/io/data/every-member.json");
  std::vector<std::string> pointers;
  simdjson::dom::parser parser;
  std::vector<std::pair<std::string, simdjson::dom::element>> open{{"", parser.parse(text).value()}};
  while (!open.empty()) {
    auto const [at, value] = open.back();
    open.pop_back();
    if (value.is_object())
      for (auto const m : value.get_object()) {
        auto pointer = at;
        detail::append_pointer(pointer, m.key);
        pointers.push_back(pointer);
        if (!m.key.starts_with("x-")) open.emplace_back(pointer, m.value);
      }
    if (value.is_array()) {
      std::size_t index = 0;
      for (auto const item : value.get_array()) open.emplace_back(at + '/' + std::to_string(index++), item);
    }
  }
  auto const places = detail::locate_json(text, pointers);
  auto const problems_of = [](std::string const& json) {
    try {
      (void)read_dossier(json);
      return std::vector<problem>{};
    } catch (error const& e) {
      return std::vector<problem>(e.problems().begin(), e.problems().end());
    }
  };
  std::size_t doubled = 0, missed = 0, gone = 0;
  for (std::size_t i = 0; i < pointers.size(); ++i) {
    auto const& at = places[i];
    REQUIRE(at.found());
    INFO(pointers[i]);
    auto const member = text.substr(at.key, at.end - at.key);
    auto twice = text;
    twice.insert(at.key, member + ", ");
    auto const told = problems_of(twice);
    REQUIRE_FALSE(told.empty());
    CHECK(std::any_of(told.begin(), told.end(), [&](problem const& p) {
      return p.code == errc::duplicate_key && p.where.pointer == pointers[i] && p.where.line > 0;
    }));
    ++doubled;

    auto without = text.substr(0, at.key) + text.substr(at.end);
    auto const next = without.find_first_not_of(" \n", at.key);
    if (without[next] == ',') without.erase(next, 1);
    else if (auto const before = without.find_last_not_of(" \n", at.key - 1); without[before] == ',') without.erase(before, 1);
    auto const owner = pointers[i].substr(0, pointers[i].rfind('/'));
    auto const problems = problems_of(without);
    for (auto const& p : problems) CHECK(p.where.line > 0);
    if (problems.empty()) {
      // Nothing stands in its place.
      auto const written = to_json(read_dossier(without));
      CHECK_FALSE(detail::locate_json(written, {pointers[i]})[0].found());
      ++gone;
    } else {
      // It was required, or what refers to it is told where it stands.
      bool const here = std::any_of(problems.begin(), problems.end(), [&](problem const& p) { return p.where.pointer == owner; });
      bool const there = std::all_of(problems.begin(), problems.end(), [](problem const& p) { return p.code == errc::unknown_id; });
      CHECK((here || there));
      ++missed;
    }
  }
  std::cout << "dossier_laws: of " << pointers.size() << " members " << missed << " are missed and " << gone << " just gone\n";
  CHECK(doubled > 150);
  CHECK(missed > 20);
  CHECK(gone > 100);
}

}  // namespace sinedie_test::dossier_laws_test
