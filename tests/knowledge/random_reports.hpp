// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Small dossiers at random in which reports confirm, refine, clash with, deny, supersede and retract each other.

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <sinedie/model/dossier.hpp>

namespace sinedie_test {

/// What a dossier of reports is made of, in an order that can be shuffled.
struct press {
  std::vector<sinedie::event> events;
  std::vector<sinedie::report> reports;

  [[nodiscard]] sinedie::dossier dossier() const {
    using namespace sinedie;
    sinedie::dossier d;
    d.add(party{"red"}.kind(party_kind::state).alias("Crimson Land")).add(party{"blue"}.kind(party_kind::state));
    d.add(party{"green"});
    d.add(venue{"isle"}.kind("country")).add(venue{"port"}.in("isle").alias("The Harbour"));
    d.add(venue{"hall"}.in("port")).add(venue{"town"});
    d.add(series{"rounds"});
    d.add(document{"paper"}.source("The Gazette").published("2025-03-04"));
    d.add(document{"weekly"}.source("A Weekly").published("2025-03-03/2025-03-09"));
    d.add(document{"leaflet"}.source("A Leaflet"));
    for (auto const& e : events) d.add(e);
    for (auto const& r : reports) d.add(r);
    return d;
  }
};

class random_press {
 public:
  explicit random_press(std::mt19937_64& dice) : dice_{dice} {}

  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }
  template <std::size_t N>
  [[nodiscard]] char const* any(std::array<char const*, N> const& list) {
    return list[below(N)];
  }

  [[nodiscard]] static std::string day(std::size_t n) { return n < 10 ? "2025-03-0" + std::to_string(n) : "2025-03-" + std::to_string(n); }
  [[nodiscard]] static std::string name(char letter, std::size_t n) { return letter + std::to_string(n); }

  [[nodiscard]] sinedie::claim some_claim(bool denial) {
    using namespace sinedie;
    claim c;
    static constexpr std::array<char const*, 12> dates{
        "2025-03",  "2025-03-10",            "2025-03-11",    "2025-03-12", "2025-04",                 "2025-04-02", "2025-03-1X",
        "2025-03?", "2025-03-10/2025-03-12", "2025-03-10/..", "2025-02-20", "[2025-03-10,2025-03-14]"};
    if (!one_in(denial ? 4 : 3)) c.status(static_cast<status>(below(10)));
    if (one_in(2)) {
      if (one_in(5) && !denial) c.no_date();
      else c.on(any(dates));
    }
    if (one_in(4)) {
      if (one_in(5) && !denial) c.expected(date_statement::none());
      else c.expected(any(std::array<char const*, 3>{"2025-03-08/2025-03-20", "2025-04", "2025-03-15/.."}));
    }
    if (one_in(6) && !denial) c.why_undated(static_cast<why_undated>(below(3)));
    if (one_in(3)) {
      static constexpr std::array<char const*, 4> venues{"isle", "port", "hall", "town"};
      if (one_in(6) && !denial) c.no_venue_yet();
      else if (one_in(6)) c.at(venue_choice::possible(any(venues)));
      else if (one_in(6)) c.at_one_of({"town", "port"});
      else if (one_in(8)) c.not_in({any(std::array<char const*, 2>{"isle", "town"})});
      else if (one_in(8)) c.at("hall").at("town");
      else c.at(any(venues));
    }
    if (one_in(4)) {
      if (one_in(6)) c.with("red", "host");
      else c.between("red");
      if (one_in(2)) c.between("blue");
      if (one_in(5)) c.with("green", one_in(2) ? "observer" : "");
    }
    if (one_in(8)) c.by(static_cast<mode>(below(2)));
    if (one_in(9)) c.topic(one_in(2) ? "fish" : "grain");
    if (one_in(9)) c.in_series("rounds", static_cast<std::uint32_t>(1 + below(3)));
    if (one_in(9)) c.by(party_id{one_in(2) ? "red" : "blue"});
    return c;
  }

  [[nodiscard]] sinedie::report some_report(std::string const& id, std::string const& about, std::size_t others) {
    using namespace sinedie;
    report r{report_id{id}, event_id{about}};
    if (one_in(6)) {
      r.in(any(std::array<char const*, 3>{"paper", "weekly", "leaflet"}));
    } else if (!one_in(12)) {
      auto const first = 1 + below(20);
      r.published(one_in(4) ? day(first) + "/" + day(first + below(8)) : day(first));
    }
    if (one_in(6)) r.said(day(1 + below(20)));
    if (one_in(5)) r.ranked(one_in(3) ? rank::deprecated : rank::preferred);
    if (one_in(9)) r.cites(unnamed{"somebody"});
    if (others > 0 && one_in(9)) r.cites(report_id{name('r', below(others))});
    if (one_in(20)) r.cites(party_id{"red"});
    if (one_in(7)) r.denies(one_in(2) ? claim{} : some_claim(true));
    if (!r.denies() || one_in(2)) r.says(some_claim(false));
    if (others > 0 && one_in(8)) r.supersedes(report_id{name('r', below(others))});
    if (others > 0 && one_in(8)) r.retracts(report_id{name('r', below(others))});
    return r;
  }

  /// Reports refer to earlier ones only, so that none retracts itself in a ring.
  [[nodiscard]] press some() {
    using namespace sinedie;
    press p;
    auto const events = 1 + below(4);
    for (std::size_t i = 0; i < events; ++i) {
      event e{event_id{name('e', i)}};
      e.kind(one_in(9) ? "deadline" : "meeting");
      if (i > 0 && one_in(2)) e.after(event_id{name('e', below(i))});
      if (i > 0 && one_in(5)) e.part_of(event_id{name('e', below(i))});
      p.events.push_back(std::move(e));
    }
    auto const reports = below(4 * events + 1);
    for (std::size_t i = 0; i < reports; ++i) p.reports.push_back(some_report(name('r', i), name('e', below(events)), i));
    return p;
  }

 private:
  std::mt19937_64& dice_;
};

}  // namespace sinedie_test
