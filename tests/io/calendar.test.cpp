// SPDX-License-Identifier: BSL-1.0
#include "catch.hpp"

#include <algorithm>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include <sinedie/io/calendar.hpp>
#include <sinedie/io/dossier_file.hpp>
#include <sinedie/io/exports.hpp>

#include "soak.hpp"

namespace sinedie_test::calendar_test {

using namespace sinedie;
using Catch::Matchers::ContainsSubstring;

namespace {

[[nodiscard]] std::string calendar(std::string const& inner) { return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inner + "END:VCALENDAR\r\n"; }
[[nodiscard]] std::string component(std::string const& kind, std::string const& inner) {
  return "BEGIN:" + kind + "\r\n" + inner + "END:" + kind + "\r\n";
}
[[nodiscard]] std::string vevent(std::string const& inner) { return calendar(component("VEVENT", "UID:a\r\n" + inner)); }

// Of the one event "a": its stated date as EDTF, or why it was rejected.
[[nodiscard]] std::string when_of(std::string const& text) {
  auto const in = read_calendar(text);
  if (!in.rejected.empty()) return to_string(in.rejected.front());
  auto const e = in.what.find_event("a")->value();
  return e.fields().when ? std::string{e.fields().when->dating()->text()} : "no date";
}

std::string const berlin = component(
    "VTIMEZONE", "TZID:Berlin\r\n" +
                     component("STANDARD", "DTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                                           "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n") +
                     component("DAYLIGHT", "DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
                                           "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"));

[[nodiscard]] std::string in_berlin(std::string const& time) {
  return when_of(calendar(berlin + component("VEVENT", "UID:a\r\nDTSTART;TZID=Berlin:" + time + "\r\n")));
}

// Slow and plain: how many components of the three kinds begin, once folded lines are joined. Names know no case.
[[nodiscard]] std::size_t components_in(std::string const& text) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < text.size();) {
    auto const end = std::min(text.find('\n', i), text.size());
    auto line = text.substr(i, end - i);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    i = end + 1;
    bool const more = !line.empty() && (line.front() == ' ' || line.front() == '\t');
    if (more && !lines.empty() && !lines.back().empty()) lines.back() += line.substr(1);
    else lines.push_back(line);
  }
  std::size_t count = 0;
  for (auto& line : lines) {
    std::transform(line.begin(), line.end(), line.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    for (std::string const kind : {"VEVENT", "VTODO", "VJOURNAL"}) count += line == "BEGIN:" + kind ? 1U : 0U;
  }
  return count;
}

[[nodiscard]] std::size_t components_out(imported_dossier const& in) {
  std::size_t count = in.what.events().size();
  for (auto const& r : in.rejected) count += r.what.front() == 'V' ? 1U : 0U;
  return count;
}

}  // namespace

TEST_CASE("dates of a calendar are read as it states them", "[calendar]") {
  CHECK(when_of(vevent("DTSTART;VALUE=DATE:19170308\r\n")) == "1917-03-08");
  CHECK(when_of(vevent("DTSTART;VALUE=DATE:00010101\r\n")) == "0001-01-01");
  CHECK(when_of(vevent("DTSTART:20250218T100000\r\n")) == "2025-02-18T10:00:00");
  CHECK(when_of(vevent("DTSTART:20250218T100000Z\r\nDTEND:20250218T120000Z\r\n")) == "2025-02-18T10:00:00Z/2025-02-18T12:00:00Z");
  CHECK(when_of(vevent("DTSTART:20250218T100000Z\r\nDURATION:P1DT2H\r\n")) == "2025-02-18T10:00:00Z/2025-02-19T12:00:00Z");
  CHECK(when_of(vevent("DTSTART;VALUE=DATE:20250218\r\nDTEND;VALUE=DATE:20250219\r\n")) == "2025-02-18");
  CHECK(when_of(vevent("DTSTART;VALUE=DATE:20250218\r\nDURATION:P1W\r\n")) == "2025-02-18/2025-02-24");
  CHECK(when_of(vevent("")) == "no date");
}

TEST_CASE("bad dates reject their component with line and column and reason", "[calendar]") {
  CHECK_THAT(when_of(vevent("DTSTART:20250230T100000\r\n")), ContainsSubstring("5:9: VEVENT \"a\": DTSTART: \"20250230T100000\""));
  CHECK_THAT(when_of(vevent("DTSTART:20250218T250000\r\n")), ContainsSubstring("no such time"));
  CHECK_THAT(when_of(vevent("DTSTART:00000101\r\n")), ContainsSubstring("0001 to 9999"));
  CHECK_THAT(when_of(vevent("DTSTART:2025-02-18\r\n")), ContainsSubstring("eight digits"));
  CHECK_THAT(when_of(vevent("DTSTART:20250218T100000Z\r\nDTEND:20250218T090000Z\r\n")), ContainsSubstring("lies before the start"));
  CHECK_THAT(when_of(vevent("DTSTART:20250218T100000Z\r\nDTEND:20250219\r\n")), ContainsSubstring("aren't of one kind"));
  CHECK_THAT(when_of(vevent("DTSTART:20250218T100000Z\r\nDURATION:-PT1H\r\n")), ContainsSubstring("negative"));
  CHECK_THAT(when_of(vevent("DTSTART:20250218\r\nDURATION:P" + std::string(5000, '9') + "D\r\n")), ContainsSubstring("no duration"));
  CHECK_THAT(when_of(vevent("DTSTART:20250218\r\nDTSTART:20250219\r\n")), ContainsSubstring("stands twice"));
  CHECK_THAT(when_of(vevent("DTEND:20250218\r\n")), ContainsSubstring("no DTSTART"));
}

TEST_CASE("a local time is laid on the axis by the file's own time zone", "[calendar]") {
  CHECK(in_berlin("20250110T100000") == "2025-01-10T10:00:00+01:00");
  CHECK(in_berlin("20250710T100000") == "2025-07-10T10:00:00+02:00");
  CHECK(in_berlin("20250330T015959") == "2025-03-30T01:59:59+01:00");
  CHECK(in_berlin("20250330T023000") == "2025-03-30T02:30:00+01:00");  // skipped by the clocks: as before them
  CHECK(in_berlin("20250330T030000") == "2025-03-30T03:00:00+02:00");
  CHECK(in_berlin("20251026T023000") == "2025-10-26T02:30:00+02:00");  // comes twice: the first
  CHECK(in_berlin("20251026T030000") == "2025-10-26T03:00:00+01:00");
  CHECK_THAT(in_berlin("19170308T100000"), ContainsSubstring("its rules begin at 1970-03-29"));
  CHECK_THAT(when_of(vevent("DTSTART;TZID=Moon:20250218T100000\r\n")), ContainsSubstring("\"Moon\" of DTSTART"));
  auto const strange = component("VTIMEZONE", "TZID:X\r\n" + component("STANDARD", "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0200\r\n"
                                                                                   "TZOFFSETTO:+0100\r\nRRULE:FREQ=MONTHLY\r\n"));
  CHECK_THAT(when_of(calendar(strange + component("VEVENT", "UID:a\r\nDTSTART;TZID=X:20250218T100000\r\n"))),
             ContainsSubstring("FREQ=MONTHLY"));
}

TEST_CASE("to-dos have plans and no dates", "[calendar]") {
  auto const in = read_calendar(calendar(component("VTODO", "UID:a\r\nDUE;VALUE=DATE:20250701\r\nSTATUS:NEEDS-ACTION\r\n") +
                                         component("VTODO", "UID:b\r\nSUMMARY:Second round\r\n") +
                                         component("VJOURNAL", "UID:c\r\nDESCRIPTION:one\r\nDESCRIPTION:two\r\nSTATUS:FINAL\r\n")));
  REQUIRE(in.rejected.empty());
  auto const a = in.what.find_event("a")->value();
  CHECK_FALSE(a.fields().when);
  CHECK(a.fields().expected->dating()->text() == "../2025-07-01");
  CHECK(a.fields().status == status::announced);
  auto const b = in.what.find_event("b")->value();
  CHECK_FALSE(b.fields().when);
  CHECK_FALSE(b.fields().expected);
  auto const c = in.what.find_event("c")->value();
  CHECK(c.note().get() == "one\n\ntwo");
  CHECK_FALSE(c.fields().status);
}

TEST_CASE("text stays text, folded inside a character or looking like an end", "[calendar]") {
  auto const in = read_calendar(vevent("SUMMARY:END:VEVENT\\nEND:VEVENT \xC3\r\n \xA9\\, \\; \\\\ \xE2\x80\xAE=1+1\r\n"
                                       "DESCRIPTION:x\r\n END:VEVENT\r\nLOCATION:Riyadh\r\nGEO:24.7;46.7\r\nCATEGORIES:a\\,b,c\r\n"
                                       "ATTENDEE;CN=\"Doe: J; A\";ROLE=CHAIR:mailto:j@example.org\r\n"
                                       "ATTENDEE;PARTSTAT=DECLINED:mailto:n@example.org\r\nORGANIZER:MAILTO:j@example.org\r\n"));
  REQUIRE(in.rejected.empty());
  auto const e = in.what.find_event("a")->value();
  CHECK(e.title().get() == "END:VEVENT\nEND:VEVENT \xC3\xA9, ; \\ \xE2\x80\xAE=1+1");
  CHECK(e.note().get() == "xEND:VEVENT");
  CHECK(e.fields().topics == std::vector<std::string>{"a,b", "c"});
  REQUIRE(e.fields().parties->size() == 1);
  CHECK(e.fields().parties->front().party == "j@example.org");
  CHECK(in.what.find_party("j@example.org")->value().name().get() == "Doe: J; A");
  CHECK(in.what.find_venue("Riyadh")->value().at() == coordinates{24.7, 46.7});
  CHECK(in.what.check().empty());
  REQUIRE(in.remarks.size() == 1);
  CHECK(to_string(in.remarks.front()) == "attendees who declined: 1 (a)");
}

TEST_CASE("what is wrong with a file rejects no more than it touches", "[calendar]") {
  auto const good = component("VEVENT", "UID:good\r\nDTSTART:20250218\r\n");
  auto const one = [&](std::string const& bad) { return read_calendar(calendar(bad + good)); };
  for (auto const& bad : {component("VEVENT", "UID:x\r\nSUMMARY:a" + std::string(1, '\0') + "b\r\n"),
                          component("VEVENT", "UID:x\r\nSUMMARY:\xFF\r\n"), component("VEVENT", "UID:x\r\nno colon\r\n"),
                          component("VEVENT", "UID:x\r\nDESCRIPTION:" + std::string(10'000'000, 'x') + "\r\n"),
                          component("VEVENT", "UID:x\r\nATTENDEE;CN=\"open:mailto:a@b\r\n")}) {
    auto const in = one(bad);
    CHECK(in.what.events().size() == 1);
    REQUIRE(in.rejected.size() == 1);
    CHECK(in.rejected[0].what == "VEVENT \"x\"");
    CHECK(in.rejected[0].why.where.line == 5);
  }
  auto const stray = one("END:VTODO\r\n");
  REQUIRE(stray.rejected.size() == 1);
  CHECK(to_string(stray.rejected[0]) == "3:1: a line: END:VTODO without a BEGIN");
  auto const open = one("BEGIN:VEVENT\r\nUID:x\r\n");
  CHECK(open.what.events().size() == 1);
  REQUIRE(open.rejected.size() == 1);
  CHECK_THAT(to_string(open.rejected[0]), ContainsSubstring("3:1: VEVENT \"x\": BEGIN:VEVENT has no END"));
  auto const twice = one(good);
  REQUIRE(twice.rejected.size() == 1);
  CHECK(twice.rejected[0].why.code == errc::duplicate_id);
}

TEST_CASE("a hundred thousand components inside each other are rejected in linear time", "[calendar]") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += i % 2 == 0 ? "BEGIN:VEVENT\r\n" : "BEGIN:X\r\n";
  for (int i = 0; i < 100'000; ++i) deep += "\xFF\r\nEND:NOTHING\r\n";
  auto const in = read_calendar(calendar(deep));
  CHECK(in.what.events().empty());
  CHECK(components_out(in) == 50'000);
  CHECK(try_read_calendar("\n\n").error().code == errc::malformed);
  CHECK(try_read_calendar("{}").error().code == errc::malformed);
  CHECK(try_read_calendar(std::string_view{"B\0E\0", 4}).error().code == errc::bad_encoding);
}

TEST_CASE("ids made of UIDs are valid and distinct and the same each time", "[calendar]") {
  std::string all;
  for (auto const* const uid : {"a b", "a-b", "a:b", "a\\,b", "\xE2\x80\xAE"}) all += component("VEVENT", std::string{"UID:"} + uid +
      "\r\n");
  all += component("VEVENT", "UID:" + std::string(400, 'z') + "\r\n") + component("VEVENT", "SUMMARY:no UID\r\n");
  all += component("VEVENT", "UID:a-b\r\nRECURRENCE-ID:20250218\r\n");
  auto const in = read_calendar(calendar(all));
  CHECK(in.rejected.empty());
  CHECK(in.what.events().size() == 8);
  CHECK(to_json(in.what) == to_json(read_calendar(calendar(all)).what));
}

TEST_CASE("a calendar that was written here is read back", "[calendar]") {
  dossier d;
  d.add(party{party_id{"russia"}}).add(party{party_id{"lavrov"}}).add(venue{venue_id{"riyadh"}, "Riyadh"}.at({24.5, 46.5}));
  d.add(venue{venue_id{"doha"}}).add(series{series_id{"talks"}});
  d.add(event{event_id{"one"}, "First; round, END:VEVENT"}.kind("meeting").held().on("2025-02-18").with({party_id{"lavrov"}, {},
      party_id{"russia"}})
            .at("riyadh").by(mode::in_person).topic("a,b").in_series("talks", 1).note("x\ny"));
  d.add(event{event_id{"two"}, "Second"}.announced().expected("2025-03").no_date(why_undated::unannounced).after("one",
      gap{time::duration{"P1D"}, {}})
            .at_one_of({"riyadh", "doha"}));
  d.add(event{event_id{"three"}, "Third"}.held().on("2025-02-18/2025-02-20~"));
  d.add(event{event_id{"four"}, "Fourth"}.held().on("2025-02-18T10:00:00+03:00"));
  d.as_of("2025-04-06");
  timeline const t{d};
  auto const out = export_events(export_format::ics, t, t.select({}));
  auto in = read_calendar(out.text);
  CHECK(in.rejected.empty());
  CHECK(in.remarks.empty());
  for (auto const& e : d.events()) {
    auto const expected = e.value();
    REQUIRE(in.what.find_event(expected.id()));
    auto const read = in.what.find_event(expected.id())->value();
    CHECK(read.title() == expected.title());
    CHECK(read.note() == expected.note());
    CHECK(read.kind() == expected.kind());
    CHECK(read.relations() == expected.relations());
    CHECK(read.fields().status == expected.fields().status);
    CHECK(read.fields().venues == expected.fields().venues);
    CHECK(read.fields().parties == expected.fields().parties);
    CHECK(read.fields().series == expected.fields().series);
    CHECK(read.fields().topics == expected.fields().topics);
    CHECK(read.fields().expected == expected.fields().expected);
    CHECK((read.fields().when && read.fields().when->dating()) == (expected.fields().when && expected.fields().when->dating()));
    if (read.fields().when && read.fields().when->dating())
      CHECK(read.fields().when->dating()->limits() == expected.fields().when->dating()->limits());
  }
  // The day was moved in a calendar program: that counts.
  auto moved = out.text;
  moved.replace(moved.find("DTSTART;VALUE=DATE:20250218"), 27, "DTSTART;VALUE=DATE:20250302");
  auto const after = read_calendar(moved);
  REQUIRE(after.remarks.size() == 1);
  CHECK_THAT(to_string(after.remarks[0]), ContainsSubstring("exact dates that the calendar's own contradict"));
}

TEST_CASE("whatever is done to a calendar each component is read or rejected", "[calendar]") {
  auto const whole = calendar(berlin + component("VEVENT",
      "UID:a\r\nSUMMARY:x\r\n  y\r\nDTSTART;TZID=Berlin:20250218T100000\r\nDURATION:PT1H\r\n") +
                              component("VEVENT", "UID:b\r\nATTENDEE;CN=\"A\":mailto:a@b\r\n" + component("VALARM", "TRIGGER:-PT5M\r\n")) +
                              component("VTODO", "UID:c\r\nDUE:20250301\r\nCATEGORIES:p,q\r\n") + component("VJOURNAL",
                                  "UID:d\r\nGEO:1;2\r\n"));
  std::mt19937_64 random{sinedie_test::seed()};
  std::size_t compared = 0;
  std::size_t rejected_ones = 0;
  std::size_t caught = 0;
  static constexpr std::string_view bits[] = {"\r\n", "BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "END:VCALENDAR\r\n", ":", ";", "\"", "\\",
      " ", "9", "\xC3", "Z"};
  for (std::size_t i = 0; i < sinedie_test::rounds(20'000); ++i) {
    auto text = whole;
    for (auto n = random() % 4 + 1; n != 0 && text.size() > 60; --n) {
      auto const at = 18 + random() % (text.size() - 18);  // the first line stays as it is
      auto const what = random() % 4;
      if (what == 0) text.erase(at, random() % 20);
      else if (what == 1) text.insert(at, bits[random() % std::size(bits)]);
      else if (what == 2) text[at] = static_cast<char>(random() % 256);
      else text.resize(std::max<std::size_t>(at, 40));
    }
    auto const in = try_read_calendar(text);
    INFO((in ? std::string{} : in.error().message) << text);
    REQUIRE(in);
    REQUIRE(in->what.check().empty());
    if (text.find("BEGIN;") != std::string::npos) continue;  // with a parameter, which no reader need take for a beginning
    auto const expected = components_in(text);
    auto const got = components_out(*in);
    REQUIRE(got == expected);
    ++compared;
    rejected_ones += in->rejected.size();
    // Planted: a reader that drops its first rejected component.
    bool const drops = !in->rejected.empty() && in->rejected.front().what.front() == 'V';
    caught += drops && got - 1 != expected ? 1U : 0U;
  }
  std::cout << "calendar: " << compared << " spoilt calendars compared, " << rejected_ones << " rejections, planted fault seen " << caught
            << " times\n";
  CHECK(caught > 100);
}

}  // namespace sinedie_test::calendar_test
