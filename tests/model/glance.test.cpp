// SPDX-License-Identifier: BSL-1.0
#include <sinedie/model/dossier.hpp>

#include <iostream>
#include <random>
#include <string>

#include <sinedie/model/detail/contents.hpp>

#include "catch.hpp"
#include "soak.hpp"

namespace sinedie_test::glance_test {

using namespace sinedie;

namespace {

/// The obvious way: each entry put together again, each of its references looked for. `fault` forgets the roles of others.
struct plain_walk {
  dossier const& d;
  bool fault = false;
  bool well = true;

  void party_is(party_id const& id) { well = well && d.find_party(id).has_value(); }
  void fields(claim_fields const& f) {
    if (f.parties)
      for (auto const& p : *f.parties) {
        party_is(p.party);
        if (p.on_behalf_of && !fault) party_is(*p.on_behalf_of);
      }
    if (f.venues)
      for (auto const& c : *f.venues)
        for (auto const& v : c.venues) well = well && d.find_venue(v).has_value();
    if (f.series)
      for (auto const& s : *f.series) well = well && d.find_series(s.series).has_value();
    if (f.by)
      for (auto const& p : *f.by) party_is(p);
  }
  void citing(std::vector<citation> const& list) {
    for (auto const& c : list) {
      if (auto const* const p = c.party()) party_is(*p);
      if (auto const* const r = c.report()) well = well && d.find_report(*r).has_value();
    }
  }
  [[nodiscard]] bool run() {
    for (auto const view : d.parties()) {
      auto const p = view.value();
      if (p.organ_of()) party_is(*p.organ_of());
      for (auto const& o : p.offices()) party_is(o.of);
      for (auto const& m : p.memberships()) party_is(m.in);
    }
    for (auto const view : d.venues()) {
      auto const v = view.value();
      if (v.in()) well = well && d.find_venue(*v.in()).has_value();
      if (v.premises_of()) party_is(*v.premises_of());
    }
    for (auto const view : d.events()) {
      auto const e = view.value();
      fields(e.fields());
      for (auto const& r : e.relations()) well = well && d.find_event(r.other).has_value();
    }
    for (auto const view : d.documents()) citing(view.value().citing());
    for (auto const view : d.reports()) {
      auto const r = view.value();
      citing(r.citing());
      if (r.document()) well = well && d.find_document(*r.document()).has_value();
      for (auto const& s : r.supersedes()) well = well && d.find_report(s).has_value();
      for (auto const& s : r.retracts()) well = well && d.find_report(s).has_value();
      if (r.denies()) fields(r.denies()->fields());
      if (r.says()) fields(r.says()->fields());
      if (!r.about()) continue;
      auto const about = d.find_event(*r.about());
      well = well && about.has_value();
      if (!about || !r.says()) continue;
      auto const says = r.says()->fields();
      auto const declares = about->value().fields();
      well = well && !(says.status && declares.status) && !(says.when && declares.when) && !(says.expected && declares.expected) &&
             !(says.why_undated && declares.why_undated) && !(says.venues && declares.venues) && !(says.parties && declares.parties) &&
             !(says.modes && declares.modes) && !(says.topics && declares.topics) && !(says.series && declares.series);
    }
    return well;
  }
};

/// A few entries of each sort, in several blocks; each name is now and then one that nobody bears.
dossier some_dossier(std::mt19937_64& dice) {
  auto const below = [&](std::size_t n) { return static_cast<std::size_t>(dice() % n); };
  auto const name = [&](char const* sort) { return sort + (below(150) == 0 ? std::string{"x"} : std::to_string(below(3))); };
  auto const claimed = [&](auto&& c) {
    if (below(2) == 0) c.with(participation{party_id{name("p")}, {}, {}});
    if (below(3) == 0) c.with(participation{party_id{name("p")}, "host", party_id{name("p")}});
    if (below(3) == 0) c.at(venue_id{name("v")});
    if (below(4) == 0) {
      venue_id const first{name("v")}, second{name("v")};
      if (first != second) c.at_one_of({first, second});
    }
    if (below(4) == 0) c.in_series(series_id{name("s")}, std::nullopt);
  };
  dossier d;
  std::vector<dossier> held;  // whoever holds a copy makes the next entry open a block
  for (std::size_t i = 0; i < 3; ++i) {
    auto const n = std::to_string(i);
    party p{"p" + n};
    // Only to what has a lesser number: rings are told of elsewhere.
    if (i > 0 && below(3) == 0) p.organ_of(party_id{below(50) == 0 ? "px" : "p0"});
    if (i > 0 && below(3) == 0) p.office({party_id{below(50) == 0 ? "px" : "p0"}, "Head", {}});
    if (i > 0 && below(3) == 0) p.member_of({party_id{below(50) == 0 ? "px" : "p0"}, {}});
    d.add(p);
    venue v{"v" + n};
    if (i > 0 && below(3) == 0) v.in(venue_id{below(50) == 0 ? "vx" : "v0"});
    if (below(3) == 0) v.premises_of(party_id{name("p")});
    d.add(v).add(series{"s" + n});
    if (below(2) == 0) held.push_back(d);
    event e{"e" + n};
    claimed(e);
    if (below(4) == 0) e.status(status::held);
    if (below(4) == 0) e.on("2025");
    if (auto const other = name("e"); below(3) == 0 && other != "e" + n) e.after(event_id{other});
    d.add(e);
    document doc{"d" + n};
    if (below(3) == 0) doc.cites(party_id{name("p")});
    d.add(doc);
    report r{report_id{"r" + n}, event_id{name("e")}};
    if (below(2) == 0) r.in(document_id{name("d")});
    if (auto const other = name("r"); below(3) == 0 && other != "r" + n) r.cites(report_id{other});
    if (auto const other = name("r"); below(4) == 0 && other != "r" + n) r.supersedes(report_id{other});
    if (auto const other = name("r"); below(4) == 0 && other != "r" + n) r.retracts(report_id{other});
    claim c;
    if (below(3) == 0) c.by(party_id{name("p")});
    if (below(4) == 0) c.expected("2026");
    if (below(12) == 0) c.status(status::held);
    if (below(12) == 0) c.on("2025");
    if (below(30) == 0) claimed(c);
    r.says(c);
    if (below(4) == 0) r.denies(claim{}.at(name("v")));
    d.add(r);
  }
  return d;
}

}  // namespace

TEST_CASE("a glance sees whether all references lead somewhere, as a walk through all entries does", "[integrity]") {
  std::mt19937_64 dice{sinedie_test::seed()};
  std::size_t well = 0, ill = 0, noticed = 0;
  for (auto round = sinedie_test::rounds(4000); round > 0; --round) {
    auto const d = some_dossier(dice);
    bool const expected = plain_walk{d}.run();
    REQUIRE(detail::references_are_well(d.contents()) == expected);
    REQUIRE(d.check().empty() == expected);
    ++(expected ? well : ill);
    if (plain_walk{d, true}.run() != expected) ++noticed;
  }
  std::cout << "  glances: " << well << " dossiers were well, " << ill << " weren't\n";
  CHECK(well > 100);
  CHECK(ill > 100);
  CHECK(noticed > 0);
}

}  // namespace sinedie_test::glance_test
