// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Small worlds at random, and queries about them: enough of everything that each term finds something and misses something.

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <sinedie/model/dossier.hpp>
#include <sinedie/timeline/where.hpp>

namespace sinedie_test {

class random_world {
 public:
  explicit random_world(std::mt19937_64& dice) : dice_{dice} {}

  [[nodiscard]] std::size_t below(std::size_t n) { return static_cast<std::size_t>(dice_() % n); }
  [[nodiscard]] bool one_in(std::size_t n) { return below(n) == 0; }
  template <typename List>
  [[nodiscard]] auto const& any(List const& list) {
    return list[below(std::size(list))];
  }

  /// Two states, two persons in office, a ministry, a stray party; cities in countries; reports from two sources.
  [[nodiscard]] sinedie::dossier people() {
    using namespace sinedie;
    dossier d;
    d.as_of("2025-03-15");
    d.add(party{"red", "Red Land"}.kind(party_kind::state)).add(party{"blue", "Blue Land"}.kind(party_kind::state));
    d.add(party{"ministry", "The Ministry"}.organ_of("red"));
    d.add(party{"ann", "Ann"}.kind(party_kind::person).office({"ministry", "Head", "2024/2025-02-15"}).office({"blue", "Envoy", {}}));
    d.add(party{"bob", "Bob"}.kind(party_kind::person).office({"blue", "Minister", "2025-02/.."}));
    d.add(party{"guild", "The Guild"}).add(party{"green"});
    d.add(venue{"red"}.kind("country")).add(venue{"blueland", "Blue Land"}.kind("country")).add(venue{"isle", "Isle"}.kind("country"));
    d.add(venue{"port", "Port"}.in("isle")).add(venue{"hall"}.in("port").premises_of("guild")).add(venue{"town"}.in("red"));
    d.add(venue{"sea"}).add(venue{"house"}.in("blueland").premises_of("ministry")).add(venue{"room"}.in("house"));
    d.add(series{"talks", "The Talks"}).add(series{"rounds"});
    d.add(document{"paper"}.source("The Gazette").published("2025-02")).add(document{"wire"}.source("A Wire").published("2025-03-01"));
    return d;
  }

  [[nodiscard]] std::string some_date() {
    static std::vector<std::string> const dates{"2024",       "2025",    "2025-02",       "2025-02-10",            "2025-02-18",
                                                "2025-02-19", "2025-03", "2025-03?",      "2024-12/2025-02",       "2025-01-31/2025-03-02",
                                                "2025-02/..", "../2025-01", "2025-02-18/", "2025-02-18T10:00:00Z", "2025-02-10/2025-02-18",
                                                "[2025-01,2025-03]", "{2024-12,2025-02-19}", "2025-02-1X", "[2025-02-18,2025-03-01..]"};
    return any(dates);
  }
  [[nodiscard]] std::string some_party() {
    static std::vector<std::string> const ids{"red", "blue", "ministry", "ann", "bob", "guild", "green"};
    return any(ids);
  }
  [[nodiscard]] std::string some_venue() {
    static std::vector<std::string> const ids{"red", "blueland", "isle", "port", "hall", "town", "sea", "house", "room"};
    return any(ids);
  }
  [[nodiscard]] std::string some_kind() {
    static std::vector<std::string> const words{"meeting", "summit",    "negotiation", "negotiation.technical",
                                                "call",    "statement", "custom.x"};
    return any(words);
  }

  [[nodiscard]] sinedie::event some_event(std::string id, std::size_t others) {
    using namespace sinedie;
    static std::vector<std::string> const roles{"", "", "host", "guest", "Mediator"};
    static std::vector<std::string> const words{"Grain", "grain", "Prisoners", "Gas"};
    sinedie::event e{std::move(id)};
    if (!one_in(5)) e.kind(some_kind());
    if (!one_in(5)) e.status(static_cast<status>(below(10)));
    if (!one_in(4)) e.on(some_date());
    else if (one_in(2)) e.no_date(static_cast<why_undated>(below(3)));
    if (one_in(3)) e.expected(some_date());
    for (auto n = below(4); n > 0; --n) {
      participation p{party_id{some_party()}, any(roles), {}};
      if (one_in(6)) p.on_behalf_of = party_id{some_party()};
      e.with(p);
    }
    if (!one_in(4)) e.at(venue_id{some_venue()});
    if (one_in(5)) e.at(venue_choice::possible(some_venue()));
    if (one_in(6)) {
      auto const first = some_venue(), second = some_venue();
      e.at_one_of({venue_id{first}, venue_id{second != first ? second : first == "sea" ? "hall" : "sea"}});
    }
    if (one_in(8)) e.not_in({venue_id{some_venue()}});
    if (one_in(3)) e.by(static_cast<mode>(below(4)));
    if (one_in(3)) e.topic(any(words));
    if (one_in(4))
      e.in_series(series_id{one_in(2) ? "talks" : "rounds"},
                  one_in(3) ? std::optional<std::uint32_t>{} : 1 + static_cast<std::uint32_t>(below(3)));
    if (one_in(3)) e.title(localized{"Talks about grain"}.in("fr", "Pourparlers d'été"));
    if (one_in(4)) e.note("Nobody knows");
    if (others > 0 && one_in(4)) e.after(event_id{"e" + std::to_string(below(others))});
    return e;
  }

  /// Of `n` events "e0", "e1", …; some have reports that say more.
  [[nodiscard]] sinedie::dossier some_dossier(std::size_t n, bool reported = true) {
    using namespace sinedie;
    auto d = people();
    for (std::size_t i = 0; i < n; ++i) {
      auto const id = "e" + std::to_string(i);
      auto e = some_event(id, i);
      if (i == 0) e.kind("custom.x");  // so that queries may name it
      bool const told = reported && i > 0 && one_in(4);
      if (told) e.describe({});
      d.add(e);
      if (!told) continue;
      for (std::size_t r = 1 + below(2); r > 0; --r) {
        claim says;
        says.describe(some_event("x", 0).fields());
        d.add(report{report_id{"r" + std::to_string(i) + "-" + std::to_string(r)}, event_id{id}}
                  .in(document_id{one_in(2) ? "paper" : "wire"})
                  .says(says));
      }
    }
    return d;
  }

  /// A single term; names only what the world knows. Precondition: there are events "e0" to one before "e`events`".
  [[nodiscard]] sinedie::query some_term(std::size_t events) {
    using namespace sinedie;
    auto const other = [&] { return event_id{"e" + std::to_string(below(events))}; };
    static std::vector<std::string> const lengths{"P1D", "P7D", "P1M", "PT12H"};
    query q;
    switch (below(32)) {
      case 0: q = where::party(some_party()); break;
      case 1: q = where::host(some_party()); break;
      case 30: q = one_in(2) ? where::ground(some_party()) : where::premises(some_party()); break;
      case 31: {
        std::string const third{third_country_word};
        q = one_in(3) ? where::third_country() : one_in(2) ? where::ground(third) : where::premises(third);
        break;
      }
      case 2: q = where::guest(some_party()); break;
      case 3: q = one_in(2) ? where::role("mediator") : where::role("Mediator", some_party()); break;
      case 4: q = where::between(some_party(), some_party()); break;
      case 5: q = where::only({some_party(), some_party(), some_party()}); break;
      case 6:
      case 7: q = where::venue(some_venue()); break;
      case 8: q = where::kind(any(std::vector<std::string>{"meeting", "summit", "negotiation", "call", "custom", "custom.x"})); break;
      case 9: q = where::cameo(one_in(2) ? "04" : "036"); break;
      case 10: q = where::plover(one_in(2) ? "CONSULT" : "agree"); break;
      case 11: q = where::status(static_cast<status>(below(10))); break;
      case 12: q = where::mode(static_cast<mode>(below(4))); break;
      case 13: q = where::why_undated(static_cast<why_undated>(below(3))); break;
      case 14: q = where::topic(one_in(2) ? "GRAIN" : "gas"); break;
      case 15: q = where::series(one_in(2) ? "talks" : "rounds"); break;
      case 16: q = one_in(2) ? where::round(2) : where::round("talks", 1); break;
      case 17: q = where::datedness(static_cast<time::datedness>(below(4))); break;
      case 18: q = where::text(one_in(2) ? "grain" : "ÉTÉ"); break;
      case 19: q = where::id(other()); break;
      case 20: q = where::during(time::dating{some_date()}); break;
      case 21: q = where::before(time::dating{some_date()}); break;
      case 22: q = where::after(time::dating{some_date()}); break;
      case 23: q = where::on(time::dating{some_date()}); break;
      case 24: q = where::allen(static_cast<relation_kind>(below(13)), other()); break;
      case 25: q = where::allen(static_cast<relation_kind>(below(13)), time::dating{some_date()}); break;
      case 26: q = where::within(time::duration{any(lengths)}, other()); break;
      case 27: q = where::within(time::duration{any(lengths)}, time::dating{some_date()}); break;
      case 28:
        switch (below(5)) {
          case 0: q = where::occurred(); break;
          case 1: q = where::may_occur(); break;
          case 2: q = where::off(); break;
          case 3: q = where::planned(); break;
          default: break;  // everything
        }
        break;
      default: q = where::has(static_cast<flag>(below(flag_words.size()))); break;
    }
    if (!q.empty() && takes_exactly(q.terms().front().key) && one_in(4)) q = where::exactly(q);
    if (one_in(3)) q = one_in(2) ? where::certainly(q) : where::possibly(q);
    return q;
  }

  [[nodiscard]] sinedie::query some_query(std::size_t events, int depth = 2) {
    if (depth == 0 || one_in(3)) return some_term(events);
    if (one_in(4)) return !some_query(events, depth - 1);
    if (one_in(6)) {
      auto joined = some_query(events, depth - 1) && !sinedie::where::off();
      return one_in(2) ? sinedie::where::certainly(std::move(joined)) : sinedie::where::possibly(std::move(joined));
    }
    bool const all = !one_in(3);
    auto q = some_query(events, depth - 1);
    for (auto more = 1 + below(2); more > 0; --more) {
      auto next = some_query(events, depth - 1);
      q = all ? std::move(q) && std::move(next) : std::move(q) || std::move(next);
    }
    return q;
  }

 private:
  std::mt19937_64& dice_;
};

}  // namespace sinedie_test
