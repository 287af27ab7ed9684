// SPDX-License-Identifier: BSL-1.0
// One event of which very many tell: what stands is as of few, and comes in seconds.
#include <sinedie/knowledge/standing.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <sinedie/knowledge/account.hpp>
#include <sinedie/model/detail/contents.hpp>
#include <sinedie/timeline/timeline.hpp>

#include "catch.hpp"

namespace sinedie_test::many_reports_test {

using namespace sinedie;

namespace {

constexpr int many = 10000;

std::chrono::sys_days day(int n) { return std::chrono::sys_days{std::chrono::year{1900} / 1 / 1} + std::chrono::days{n}; }
report told(int n, claim c, knowledge_day published = {}) {
  return report{report_id{"r" + std::to_string(n)}, event_id{"x"}}.published(published.value_or(day(n))).says(std::move(c));
}
report denied(int n, claim c) { return report{report_id{"r" + std::to_string(n)}, event_id{"x"}}.published(day(n)).denies(std::move(c)); }

class talks {
 public:
  talks() {
    d_.add(party{"russia"}).add(party{"ukraine"}).add(venue{"istanbul"}).add(event{"x"});
  }
  talks& add(report r) {
    d_.add(std::move(r));
    return *this;
  }
  [[nodiscard]] timeline now() const { return timeline{d_}; }

 private:
  dossier d_;
};
std::string date(timeline const& t) { return t[0].stated() ? std::string{t[0].stated()->text()} : "none"; }

}  // namespace

TEST_CASE("one date after another is planned and denied", "[many_reports]") {
  talks all;
  for (int n = 0; n < many; n += 2) all.add(told(n, claim{}.scheduled().on(day(20000 + n)))).add(denied(n + 1, claim{}.on(day(20000 + n))));
  CHECK(date(all.now()) == "none");
  CHECK(all.now()[0].has(flag::postponed));
  // What nobody has denied stands.
  all.add(told(many, claim{}.on(day(50000))));
  CHECK(date(all.now()) == "2036-11-23");
  CHECK_FALSE(all.now()[0].has(flag::moved));
}

TEST_CASE("one date is planned and denied again and again", "[many_reports]") {
  talks all;
  for (int n = 0; n < many; n += 2) all.add(told(n, claim{}.scheduled().on(day(20000)))).add(denied(n + 1, claim{}.on(day(20000))));
  CHECK(date(all.now()) == "none");
  all.add(told(many, claim{}.on(day(20000))));
  CHECK(date(all.now()) == "1954-10-05");
  CHECK(all.now()[0].has(flag::denied_by_some));
}

TEST_CASE("every witness has a date of his own", "[many_reports]") {
  talks all;
  for (int n = 0; n < many; ++n) all.add(told(n, claim{}.held().on(day(n % (many / 2))), day(many + n)));
  auto const t = all.now();
  CHECK(date(t) == "1913-09-09");
  CHECK(t[0].has(flag::disputed));
  auto const all_said = t.who_says_so(event_id{"x"});
  auto const when = std::find_if(all_said.begin(), all_said.end(), [](account const& a) { return a.of == field::when; });
  REQUIRE(when != all_said.end());
  CHECK(when->those(stance::gives) == std::vector{report_id{"r4999"}, report_id{"r9999"}});
  CHECK(when->those(stance::against).size() == many - 2);
}

TEST_CASE("nobody says when any of many plans was told", "[many_reports]") {
  talks all;
  for (int n = 0; n < many; ++n)
    all.add(report{report_id{"r" + std::to_string(n)}, event_id{"x"}}.says(claim{}.scheduled().on(day(20000 + n))));
  CHECK(all.now()[0].has(flag::disputed));
  CHECK(all.now().disputes()[0].reports.size() == many);
}

TEST_CASE("a party is named and denied again and again", "[many_reports]") {
  talks all;
  for (int n = 0; n < many; n += 2)
    all.add(told(n, claim{}.announced().between("russia", "ukraine"))).add(denied(n + 1, claim{}.between("ukraine")));
  auto const parties = [&] { return all.now()[0].fields().parties->size(); };
  CHECK(parties() == 1);
  all.add(told(many, claim{}.between("ukraine")));
  CHECK(parties() == 2);
  CHECK(all.now()[0].has(flag::denied_by_some));
}

}  // namespace sinedie_test::many_reports_test
