// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <string>

#include <sinedie/io/exports.hpp>
#include <sinedie/io/timelinejs.hpp>

#include "io/importing.hpp"

namespace sinedie_test::timelinejs_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] std::string when_of(std::string const& slide) {
  auto const in = read_timelinejs("{\"events\": [\n" + slide + "\n]}");
  if (!in.rejected.empty()) return to_string(in.rejected.front());
  auto const e = (*in.what.events().begin()).value();
  return e.fields().when ? std::string{e.fields().when->dating()->text()} : "no date";
}

}  // namespace

TEST_CASE("slides become events of just the precision that is given", "[timelinejs]") {
  CHECK(when_of(R"({"start_date": {"year": 2025}})") == "2025");
  CHECK(when_of(R"({"start_date": {"year": "2025", "month": "2", "day": ""}})") == "2025-02");
  CHECK(when_of(R"({"start_date": {"year": -44, "month": 3, "day": 15}})") == "-0044-03-15");
  CHECK(when_of(R"({"start_date": {"year": -13800000000}})") == "Y-13800000000");
  CHECK(when_of(R"({"start_date": {"year": 2025, "month": 2, "day": 18, "hour": 10, "minute": 5}})") == "2025-02-18T10:05");
  CHECK(when_of(R"({"start_date": {"year": 2025, "month": 2}, "end_date": {"year": 2026}})") == "2025-02/2026");
  CHECK(when_of(R"({"text": {"headline": "x"}})") == "no date");
  CHECK(when_of(R"({"start_date": {"year": 2025, "month": 2, "day": 18}, "display_date": "2025-02-18~"})") == "2025-02-18~");
}

TEST_CASE("bad slides are rejected with their place and the rest is read", "[timelinejs]") {
  CHECK_THAT(when_of(R"({"start_date": {"year": 2025, "month": 2, "day": 30}})"), ContainsSubstring("2:16: slide 1"));
  CHECK_THAT(when_of(R"({"start_date": {"year": 2025, "month": 13}})"), ContainsSubstring("no month 13"));
  CHECK_THAT(when_of(R"({"start_date": {"year": 2025, "day": 3}})"), ContainsSubstring("has no month"));
  CHECK_THAT(when_of(R"({"start_date": {"year": "MMXXV"}})"), ContainsSubstring("isn't a whole number"));
  CHECK_THAT(when_of(R"({"end_date": {"year": 2025}})"), ContainsSubstring("no start_date"));
  CHECK_THAT(when_of(R"({"start_date": {"year": 2026}, "end_date": {"year": 2025}})"), ContainsSubstring("slide 1"));
  CHECK_THAT(when_of("7"), ContainsSubstring("isn't an object"));
  auto const in = read_timelinejs(R"({"events": [1, {"unique_id": "a"}, {"unique_id": "a"}, {"unique_id": "b c"}], "eras": [[]]})");
  CHECK(in.what.events().size() == 2);
  CHECK(in.rejected.size() == 3);
  CHECK_FALSE(try_read_timelinejs("{"));
  CHECK_FALSE(try_read_timelinejs("[]"));
  CHECK(try_read_timelinejs("{}").error().code == errc::missing_member);
  CHECK_FALSE(try_read_timelinejs(R"({"events": [{"text": 1, "text": 2}]})"));
}

TEST_CASE("title and eras and media are kept and the rest is said", "[timelinejs]") {
  auto const in = read_timelinejs(R"({"scale": "human", "title": {"text": {"headline": "Talks", "text": "<p>About</p>"}},
    "events": [{"start_date": {"year": 2025}, "text": {"headline": "A <b>b</b> &amp; c"}, "group": "G", "autolink": true,
                "media": {"url": "https://example.org/x", "caption": "c"}}],
    "eras": [{"start_date": {"year": 1947}, "end_date": {"year": 1991}, "text": {"headline": "Cold War"}}]})");
  CHECK(in.rejected.empty());
  CHECK(in.what.title().get() == "Talks");
  CHECK(in.what.note().get() == "About");
  auto const slide = in.what.find_event("slide-1")->value();
  CHECK(slide.title().get() == "A b & c");
  CHECK(slide.attributes() == std::vector<attribute>{{"group", "G"}, {"media", "https://example.org/x"}});
  auto const era = in.what.find_event("era-1")->value();
  CHECK(era.kind() == "era");
  CHECK(era.fields().when->dating()->text() == "1947/1991");
  CHECK(in.remarks.size() == 3);
}

TEST_CASE("markup goes and what only looks like it stays", "[timelinejs]") {
  auto const plain = [](std::string_view html) { return detail::without_markup(html).text; };
  CHECK(plain("a<br>b<script>alert('</p>')</script>c") == "a\nbc");
  CHECK(plain("<a href=\"x>y\" onclick='z'>t</a>") == "t");
  CHECK(plain("1 < 2 && 3 > 2") == "1 < 2 && 3 > 2");
  CHECK(plain("&lt;script&gt; &#x2014; &#0; &bogus; &#1114112;") == "<script> \xE2\x80\x94 &#0; &bogus; &#1114112;");
  CHECK(plain("a<!-- <b> -->c") == "ac");
  CHECK(plain("open <b never") == "open <b never");
  std::string many;
  for (int i = 0; i < 300'000; ++i) many += "<a <!-- &";
  CHECK(plain(many) == many);
}

TEST_CASE("a timeline that was written here is read back", "[timelinejs]") {
  dossier d;
  d.add(event{event_id{"one"}, "First <b>round</b> & more"}.held().on("2025-02").note("x"));
  d.add(event{event_id{"two"}, "Second"}.held().on("2025-02-18/2025-02-20~"));
  timeline const t{d};
  auto const in = read_timelinejs(export_events(export_format::timelinejs, t, t.select({})).text);
  CHECK(in.rejected.empty());
  for (auto const& e : d.events()) {
    auto const read = in.what.find_event(e.value().id())->value();
    CHECK(read.title() == e.value().title());
    CHECK(read.note() == e.value().note());
    CHECK(read.fields().when == e.value().fields().when);
  }
}

}  // namespace sinedie_test::timelinejs_test
