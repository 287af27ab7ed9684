// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/detail/block.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/timeline/detail/compiled.hpp>

#include <algorithm>
#include <atomic>
#include <iostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sinedie/model/event_kind.hpp>
#include <sinedie/time/spell.hpp>
#include <sinedie/timeline/knowledge.hpp>

#include "catch.hpp"
#include "knowledge/random_reports.hpp"
#include "soak.hpp"

namespace sinedie_test::compiled_test {

using namespace sinedie;
using namespace sinedie_test;

namespace {

std::chrono::sys_days march(unsigned n) {
  return std::chrono::sys_days{std::chrono::year{2025} / std::chrono::March / 1} + std::chrono::days{n} - std::chrono::days{1};
}

std::string bounds(time::limits const& l) {
  return time::to_bound_string(l.start_min, false) + '|' + time::to_bound_string(l.start_max, true) + '|' +
         time::to_bound_string(l.end_min, false) + '|' + time::to_bound_string(l.end_max, true);
}
std::string line(std::string_view id, time::limits const& l, flags f, chronology::certainty c, time::dating const* stated,
                 time::dating const* expected) {
  return std::string{id} + ' ' + bounds(l) + ' ' + std::to_string(f.bits()) + ' ' + std::to_string(static_cast<int>(c)) + ' ' +
         (stated ? std::string{stated->text()} : "-") + ' ' + (expected ? std::string{expected->text()} : "-");
}

/// What a timeline shows, a line an entry, then what is wrong.
std::vector<std::string> shown(timeline const& t) {
  std::vector<std::string> lines;
  for (auto const e : t) lines.push_back(line(e.id().str(), e.limits(), e.flags(), e.after_previous(), e.stated(), e.expected()));
  for (auto const& c : t.contradictions()) lines.push_back(to_sentence(c));
  for (auto const& f : t.findings())
    if (f.kind == "suspended" || f.kind == "missing_round") lines.push_back(f.kind + f.event->str() + f.text);
  return lines;
}

/// The same by the long way: all standings written out, all events in one network, and all of it ordered at once.
class long_way {
 public:
  long_way(dossier const& d, knowledge_day day)
      : all_{d.contents()}, told_{all_}, day_{day}, known_{detail::standings(told_, day)}, suspended_{laid_.lay(all_, known_)} {
    solved_ = chronology::solve(laid_.network());
  }

  [[nodiscard]] std::vector<standing> const& known() const { return known_; }
  [[nodiscard]] std::vector<std::string> lines() const {
    std::vector<time::instant> keys;
    for (chronology::node i = 0; i < known_.size(); ++i) keys.push_back(key(i));
    auto const order = chronology::order(laid_.network(), solved_, keys);
    auto row = order.placed;
    row.insert(row.end(), order.unplaced.begin(), order.unplaced.end());
    auto const why = chronology::certainties(laid_.network(), solved_, row);
    std::vector<bool> contradictory(known_.size(), false);
    for (auto const& c : solved_.clashes)
      for (auto const s : c.statements) contradictory[laid_.events(s).first] = contradictory[laid_.events(s).second] = true;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto const& s = known_[row[i]];
      auto const* const expected = detail::expected_window(s.fields) ? s.fields.expected->dating() : nullptr;
      auto const marked = marks(row[i], contradictory[row[i]]);
      lines.push_back(line(s.id, solved_.limits[row[i]], marked, why[i], detail::stated_date(s.fields), expected));
    }
    for (auto const& clash : solved_.clashes) {
      contradiction c;
      for (auto const s : clash.statements) c.statements.push_back(laid_.stated(s));
      lines.push_back(to_sentence(c));
    }
    for (auto const& s : suspended_) lines.push_back("suspended" + std::string{known_[s.owner].id} + s.text);
    for (auto const& m : laid_.missing_rounds())
      lines.push_back("missing_round" + std::string{known_[m.before].id} + "round " + std::to_string(m.round) + " of \"" + m.series.str() +
                      "\" isn't among the events; it was after \"" + std::string{known_[m.after].id} + "\" and before \"" +
                      std::string{known_[m.before].id} + '"');
    return lines;
  }

 private:
  /// An undated plan wants to stand where it is expected, else on the day of knowledge; what has a date that was set aside, by that.
  [[nodiscard]] time::instant key(chronology::node i) const {
    auto const& f = known_[i].fields;
    auto const nothing = time::instant::past();
    if (auto const* const date = detail::stated_date(f)) {
      auto const &own = date->limits(), &l = solved_.limits[i];
      bool const kept = own.start_min <= l.start_min && l.start_max <= own.start_max;
      if (kept) return nothing;
      for (auto const when : {own.start_min, own.start_max, own.end_min})
        if (when.is_bounded()) return when;
      return nothing;
    }
    if (!f.status || !is_planned(*f.status)) return nothing;
    auto const window = detail::expected_window(f);
    if (window && window->start_min != nothing) return window->start_min;
    return day_ ? time::instant::of(*day_) : nothing;
  }
  [[nodiscard]] flags marks(chronology::node i, bool contradictory) const {
    auto const& s = known_[i];
    auto const& f = s.fields;
    auto const* const date = detail::stated_date(f);
    auto const window = detail::expected_window(f);
    bool const planned = f.status && is_planned(*f.status);
    flags x;
    x.set(flag::undated, !date);
    x.set(flag::no_date_yet, !date && planned);
    x.set(flag::date_unstated, !date && f.status && occurs(*f.status) == truth::yes);
    x.set(flag::never_dated, !date && f.status && occurs(*f.status) == truth::no);
    x.set(flag::expected, window.has_value());
    auto own = date ? date->limits() : time::limits::none();
    if (date && !date->lasts() && f.status == status::under_way) own.end_min = own.start_min, own.end_max = time::instant::future();
    if (date && date->lasts() && date->end() == time::endpoint::open) own.end_min = std::max(own.start_min, s.dated_on);
    x.set(flag::derived, solved_.limits[i] != own);
    x.set(flag::approximate, date && date->approximate());
    x.set(flag::uncertain, date && date->uncertain());
    x.set(flag::inferred, date && f.when->basis() == basis::inferred);
    x.set(flag::postponed, s.marks.postponed || (!date && f.status == status::postponed));
    x.set(flag::moved, s.marks.moved);
    x.set(flag::presumed, s.marks.presumed);
    x.set(flag::maybe_known, s.marks.maybe_known);
    x.set(flag::disputed, !s.disputed.empty());
    x.set(flag::denied_by_some, s.marks.denied_by_some);
    x.set(flag::unconfirmed, s.marks.unconfirmed);
    auto const kind = s.event.home->string(s.event.home->events().kind[s.event.row]);
    auto const latest = date ? date->start_max() : window ? window->end_max : time::instant::future();
    bool const meant = planned && f.status != status::possible;
    x.set(flag::overdue, day_ && meant && !kind_within(kind, "deadline") && latest < time::instant::of(*day_));
    x.set(flag::contradictory, contradictory);
    return x;
  }

  detail::contents all_;
  detail::ledger told_;
  knowledge_day day_;
  std::vector<standing> known_;
  chronology::constraints laid_;
  std::vector<chronology::suspension> suspended_;
  chronology::solution solved_;
};

/// A press, and events that no report is about: dated in every way or not at all, related, lasting, in rounds.
dossier some_dossier(random_press& world) {
  auto p = world.some();
  auto const told = p.events.size();
  auto const more = world.below(6);
  static constexpr std::array<char const*, 8> dates{"2025-03-05",    "2025-03-05/2025-03-09", "[2025-03-02,2025-03-20]",
                                                    "2025-03-1X",    "../2025-03-12",         "2025-03-08/..",
                                                    "2025-03?",      "[2025-02-27..2025-03-03]"};
  for (std::size_t i = 0; i < more; ++i) {
    event e{event_id{random_press::name('a', i)}};
    e.kind(world.one_in(5) ? "situation" : "meeting");
    if (!world.one_in(3)) e.on(world.any(dates));
    if (world.one_in(4)) e.expected("2025-03-10/2025-03-14");
    if (!world.one_in(4)) e.status(static_cast<status>(world.below(10)));
    if (world.one_in(6)) e.lasting({time::duration{"P2D"}, time::duration{world.one_in(2) ? "P4D" : "P1M"}});
    if (world.one_in(5)) e.in_series("rounds", static_cast<std::uint32_t>(1 + world.below(3)));
    if (world.one_in(4)) e.between("red", "blue");
    if (world.one_in(4)) e.at("hall");
    auto const other = [&] { return event_id{random_press::name('e', world.below(told))}; };
    if (world.one_in(3)) e.after(other(), {time::duration{"P1D"}, world.one_in(2) ? std::optional{time::duration{"P3D"}} : std::nullopt});
    if (i > 0 && world.one_in(3)) e.before(event_id{random_press::name('a', world.below(i))});
    p.events.push_back(std::move(e));
  }
  auto d = p.dossier();
  if (world.one_in(2)) d.as_of(march(static_cast<unsigned>(1 + world.below(30))));
  return d;
}

}  // namespace

TEST_CASE("a timeline is what the whole network gives, whichever days were asked for before", "[compiled]") {
  std::mt19937_64 dice{seed() + 11};
  random_press world{dice};
  std::size_t compared = 0, clashing = 0, leaks = 0;
  for (std::size_t i = 0; i < rounds(1500); ++i) {
    auto const d = some_dossier(world);
    knowledge const k{d};
    for (int n = 0; n < 4; ++n) {
      auto const day = march(static_cast<unsigned>(1 + world.below(30)));
      auto const t = k.as_of(day);
      long_way const whole{d, day};
      auto const lines = whole.lines();
      REQUIRE(shown(t) == lines);
      for (auto const& s : whole.known()) {
        auto const e = t.find_event(s.id);
        REQUIRE(e);
        REQUIRE(e->fields() == s.fields);
        REQUIRE(e->status() == s.fields.status);
        auto const who = t.compilation().entries.who(e->position());
        REQUIRE(who.size() == (s.fields.parties ? s.fields.parties->size() : 0));
        for (std::size_t w = 0; w < who.size(); ++w) {
          auto const& acts = t.compilation().entries.participations()[who[w]];
          REQUIRE(t.compilation().parties[acts.party] == (*s.fields.parties)[w].party.str());
        }
        auto const& where = t.compilation().entries.where(e->position());
        REQUIRE(where.size() == (s.fields.venues ? s.fields.venues->size() : 0));
        for (std::size_t w = 0; w < where.size(); ++w) {
          REQUIRE(where[w].kind == (*s.fields.venues)[w].kind);
          for (std::size_t v = 0; v < where[w].venues.size(); ++v)
            REQUIRE(t.compilation().venues[where[w].venues[v]] == (*s.fields.venues)[w].venues[v].str());
        }
        unsigned modes = 0;
        if (s.fields.modes)
          for (auto const m : *s.fields.modes) modes |= 1U << static_cast<unsigned>(m);
        REQUIRE(t.compilation().entries.profile(e->position()).modes == modes);
        ++compared;
      }
      REQUIRE(t.size() == whole.known().size());
      clashing += t.contradictions().empty() ? 0U : 1U;
      // A day too much would show.
      leaks += long_way{d, day + std::chrono::days{1}}.lines() == lines ? 0U : 1U;
    }
    REQUIRE(shown(k.as_of()) == long_way{d, d.as_of()}.lines());
  }
  std::cout << "compared " << compared << " entries with those of the whole network, " << clashing << " timelines with contradictions\n";
  CHECK(compared > 5000);
  CHECK(clashing > 100);
  CHECK(leaks > 100);
}

TEST_CASE("any number of threads may ask a knowledge object for timelines, and each gets that of its day", "[compiled][threads]") {
  std::mt19937_64 dice{seed() + 12};
  random_press world{dice};
  for (std::size_t i = 0; i < rounds(10); ++i) {
    auto const d = some_dossier(world);
    std::vector<std::vector<std::string>> alone;
    for (unsigned n = 1; n <= 30; ++n) alone.push_back(shown(knowledge{d}.as_of(march(n))));
    knowledge const k{d};
    auto const copy = k;
    std::atomic<std::size_t> same{0};
    {
      std::vector<std::jthread> askers;
      for (unsigned t = 0; t < 4; ++t)
        askers.emplace_back([&, t] {
          for (unsigned n = 0; n < 30; ++n) {
            auto const day = (n * 7 + t * 11) % 30;
            auto const asked = (t % 2 == 0 ? k : copy).as_of(march(day + 1));
            // Whoever asks first indexes it.
            if (shown(asked) == alone[day] && asked.count(query{}) == asked.size()) ++same;
          }
        });
    }
    CHECK(same == 120);
  }
}

}  // namespace sinedie_test::compiled_test
