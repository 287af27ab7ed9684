// SPDX-License-Identifier: BSL-1.0
#include <fmt/format.h>

#include <sinedie/format.hpp>

#include "catch.hpp"

namespace sinedie_test::format_test {

using namespace sinedie;

TEST_CASE("values print as their words, ids and spellings, with the options of strings", "[format]") {
  CHECK(fmt::format("{:>8} {}", truth::maybe, time::dating{"2025-02?"}) == "   maybe 2025-02?");
  CHECK(fmt::format("{} {} {}", status::under_way, flag::no_date_yet, errc::no_such_day) == "under_way no_date_yet no_such_day");
  CHECK(fmt::format("{} {}", mode::in_person, why_undated::withheld) == "in_person withheld");
  CHECK(fmt::format("{:.3}|{}", event_id{"second-round"}, relation_kind::follows_up) == "sec|follows_up");
  CHECK(fmt::format("{} {}", time::dating{"2025-02-18"}.start_min(), time::instant::future()) == "2025-02-18T00:00:00 ..");
  CHECK(fmt::format("{} {} {}", time::duration{"P3M"}, time::datedness::bounded, time::precision::month) == "P3M bounded month");
  CHECK(fmt::format("{}", query{"party:russia  and undated"}) == "party:russia undated");
}

TEST_CASE("a dating prints as stated, in canonical EDTF, or in words of two languages", "[format]") {
  time::dating const d{"~2004-~06-11"};
  CHECK(fmt::format("{}", d) == "~2004-~06-11");
  CHECK(fmt::format("{:s}", d) == "~2004-~06-11");
  CHECK(fmt::format("{:e}", d) == "2004-06~-11");
  CHECK(fmt::format("{:w}", d) == "11 June 2004 (approximate: year, month)");
  CHECK(fmt::format("{:wen}", d) == fmt::format("{:w}", d));
  CHECK(fmt::format("{:wfr}", d) == time::in_words(d, time::tongue::french));
  CHECK(fmt::format("[{:*^15e}] {:.7w}", d, d) == "[**2004-06~-11**] 11 June");
  CHECK(fmt::format("{:>{}}|{:w>5}", time::dating{"2025"}, 6, time::dating{"2025"}) == "  2025|w2025");
  CHECK(fmt::format("{0:w}, {1:wfr}", time::dating{"2025-02~"}, time::dating{"2025-02-18/"}) ==
        "around February 2025, depuis le 18 février 2025, fin inconnue");
  CHECK_THROWS_AS(fmt::format(fmt::runtime("{:wxx}"), d), fmt::format_error);
  CHECK_THROWS_AS(fmt::format(fmt::runtime("{:>{}w}"), d, 5), fmt::format_error);
  CHECK_THROWS_AS(fmt::format(fmt::runtime("{:dw}"), d), fmt::format_error);
}

TEST_CASE("spans, relations, qualified components and dual dates print", "[format]") {
  CHECK(fmt::format("{}", time::dating{"2025-02"}.hull()) == "2025-02-01/2025-02-28");
  CHECK(fmt::format("{}", time::dating{"2025-02-18T10:00Z"}.hull()) == "2025-02-18T10:00:00/2025-02-18T10:00:59");
  CHECK(fmt::format("{:>8}", time::span::always()) == "   ../..");
  CHECK(fmt::format("{} {} {}", time::allen::met_by, time::component::month, time::stated_as::range_from) == "met_by month range_from");
  CHECK(fmt::format("{}", time::dual_date{"1/14 February 1918"}) == "1/14 February 1918");
  CHECK(fmt::format("{}", time::dual_year{"10 February 1698/99"}) == "10 February 1698/99");
  time::dating const there{"2025-02-27T23:30-05:00"};
  CHECK(fmt::format("{}{} {}", there.start_min(), there.start_clock(), time::dating{"2025"}.end_clock()) == "2025-02-27T23:30:00-05:00 ");
}

}  // namespace sinedie_test::format_test
