// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/timelinejs.hpp>

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include <sinedie/time/calendar.hpp>

#include "importing.hpp"
#include "json_reading.hpp"

namespace sinedie {

namespace detail {

namespace {

struct slide {
  std::optional<std::string> id = {};
  std::string headline = {};
  std::string text = {};
  std::string start = {};  // EDTF; empty: none is given
  std::string end = {};
  std::string display = {};
  std::string group = {};
  std::string media = {};
};

class timeline_reader {
 public:
  timeline_reader(std::string_view text, reading const& how) : json_{text, how}, text_{text} {}

  [[nodiscard]] result<imported_dossier> read() {
    auto const root = json_.root();
    if (!root || !json_.spotless()) return first_problem();
    json_step const top;
    bool events = false;
    bool const object = json_.map(*root, top, "an object", [&](std::string_view key, json_value v, json_step const& at) {
      if (key == "title") title(v, at);
      else if (key == "events") events = json_.list(v, at, "a list of slides", [&](json_value e, json_step const& here) { entry(e, here,
          "slide"); });
      else if (key == "eras") json_.list(v, at, "a list of eras", [&](json_value e, json_step const& here) { entry(e, here, "era"); });
      else if (key != "scale") notes_.add("members that dossiers have no place for", key.substr(0, 40));
    });
    if (!object || !json_.spotless()) return first_problem();
    if (!events) {
      json_.missing(top, "events");
      return first_problem();
    }
    std::vector<problem> problems;
    for (auto& r : out_.rejected) problems.push_back(std::move(r.why));
    give_places(problems, {}, text_);
    for (std::size_t i = 0; i < problems.size(); ++i) out_.rejected[i].why = std::move(problems[i]);
    out_.remarks = notes_.take();
    return std::move(out_);
  }

 private:
  [[nodiscard]] problem first_problem() { return json_.take_problems().front(); }

  void refuse(errc code, std::string message, json_step const& at) {
    if (wrong_) return;
    wrong_.emplace();
    wrong_->code = code;
    wrong_->message = std::move(message);
    wrong_->where.pointer = at.pointer();
  }

  // Calls `read(key, value, step)` for each member; anything but an object is refused.
  template <typename Read>
  void members(json_value v, json_step const& at, Read read) {
    simdjson::dom::object all;
    if (v.get(all) != simdjson::SUCCESS) return refuse(errc::wrong_type, described(v) + " isn't an object", at);
    for (auto const member : all) read(member.key, member.value, json_step{&at, member.key, nowhere});
  }

  [[nodiscard]] std::string text(json_value v, json_step const& at) {
    if (v.is_null()) return {};
    std::string_view raw;
    if (v.get(raw) != simdjson::SUCCESS) return refuse(errc::wrong_type, described(v) + " isn't a text", at), std::string{};
    auto plain = without_markup(raw);
    if (plain.changed) marked_up_ = true;
    return std::move(plain.text);
  }

  // A whole number, as such or as a text; nothing where it is missing, that is null or the empty text.
  [[nodiscard]] std::optional<std::int64_t> number(json_value v, json_step const& at) {
    std::int64_t n = 0;
    if (v.is_null()) return std::nullopt;
    if (v.get(n) == simdjson::SUCCESS) return n;
    std::string_view raw;
    if (v.get(raw) == simdjson::SUCCESS) {
      auto const digits = without_blanks_around(raw);
      if (digits.empty()) return std::nullopt;
      auto const* const end = digits.data() + digits.size();
      auto const read = std::from_chars(digits.data(), end, n);
      if (read.ec == std::errc{} && read.ptr == end) return n;
    }
    refuse(errc::wrong_type, described(v) + " isn't a whole number", at);
    return std::nullopt;
  }

  [[nodiscard]] std::string date(json_value v, json_step const& at, std::string& display) {
    static constexpr std::array<std::string_view, 6> units{"year", "month", "day", "hour", "minute", "second"};
    std::array<std::optional<std::int64_t>, 6> parts;
    members(v, at, [&](std::string_view key, json_value member, json_step const& here) {
      for (std::size_t i = 0; i < units.size(); ++i)
        if (units[i] == key) parts[i] = number(member, here);
      if (key == "display_date") display = text(member, here);
      else if (key == "millisecond" && number(member, here).value_or(0) != 0) fractions_ = true;
      else if (key == "format") (void)text(member, here);
    });
    if (wrong_) return {};
    std::size_t given = 0;
    while (given < parts.size() && parts[given]) ++given;
    for (std::size_t i = given; i < parts.size(); ++i)
      if (parts[i] && !(*parts[i] == 0 && i > 2)) {
        refuse(errc::missing_member, "a date with a " + std::string{units[i]} + " has no " + std::string{units[given]}, at);
        return {};
      }
    if (given == 0) return {};
    std::int64_t const year = *parts[0];
    constexpr std::array<std::int64_t, 6> most{time::farthest_year, 12, 31, 23, 59, 59};
    for (std::size_t i = 0; i < given; ++i) {
      std::int64_t const least = i == 0 ? -most[0] : i < 3 ? 1 : 0;
      if (*parts[i] < least || *parts[i] > most[i]) {
        refuse(i < 3 ? errc::no_such_day : errc::no_such_time, "there is no " + std::string{units[i]} + ' ' + std::to_string(*parts[i]),
            at);
        return {};
      }
    }
    // A year of more digits stands alone in EDTF.
    if (year < -9999 || year > 9999) {
      if (given > 1) refuse(errc::out_of_range, "the year " + std::to_string(year) + " can't be given with a month", at);
      return 'Y' + std::to_string(year);
    }
    static constexpr std::array<char const*, 6> before{"", "-", "-", "T", ":", ":"};
    std::string edtf;
    for (std::size_t i = 0; i < given; ++i) {
      std::array<char, 24> digits{};
      std::snprintf(digits.data(), digits.size(), i == 0 ? "%04lld" : "%02lld", static_cast<long long>(i == 0 ? std::abs(*parts[i]) :
          *parts[i]));
      edtf.append(before[i]).append(i == 0 && year < 0 ? "-" : "").append(digits.data());
    }
    if (auto const d = time::dating::try_parse(edtf); !d) refuse(d.error().code, d.error().message, at);
    return edtf;
  }

  void words(json_value v, json_step const& at, slide& s) {
    members(v, at, [&](std::string_view key, json_value member, json_step const& here) {
      if (key == "headline") s.headline = text(member, here);
      else if (key == "text") s.text = text(member, here);
    });
  }

  void title(json_value v, json_step const& at) {
    slide s;
    members(v, at, [&](std::string_view key, json_value member, json_step const& here) {
      if (key == "text") words(member, here, s);
      else if (key == "start_date" || key == "end_date") notes_.add("the date of the title");
    });
    if (marked_up_) notes_.add("markup in texts, which are read as plain text", "title");
    if (wrong_) return reject("the title");
    out_.what.title(localized{s.headline});
    out_.what.note(localized{s.text});
    if (s.headline.empty()) out_.what.title(localized{});
    if (s.text.empty()) out_.what.note(localized{});
    marked_up_ = false;
  }

  void reject(std::string what) {
    out_.rejected.push_back({std::move(what), std::move(*wrong_)});
    wrong_.reset();
    marked_up_ = fractions_ = false;
  }

  void entry(json_value v, json_step const& at, std::string_view sort) {
    slide s;
    bool media = false;
    std::vector<std::string_view> others;
    members(v, at, [&](std::string_view key, json_value member, json_step const& here) {
      std::string end_words;
      if (key == "start_date") {
        if (!member.is_null()) s.start = date(member, here, s.display);
      } else if (key == "end_date") {
        if (!member.is_null()) s.end = date(member, here, end_words);
      } else if (key == "text") {
        words(member, here, s);
      } else if (key == "display_date") {
        if (auto t = text(member, here); !t.empty()) s.display = std::move(t);
      } else if (key == "group") {
        s.group = text(member, here);
      } else if (key == "unique_id") {
        if (auto t = text(member, here); !t.empty()) s.id = std::move(t);
      } else if (key == "media") {
        members(member, here, [&](std::string_view what, json_value inner, json_step const& place) {
          if (what == "url") s.media = text(inner, place);
          else media = true;
        });
      } else {
        others.push_back(key);
      }
    });
    std::string const name = std::string{sort} + '-' + std::to_string(at.item + 1);
    std::string const what = std::string{sort} + ' ' + std::to_string(at.item + 1);
    if (s.id && !ids_seen_.insert(*s.id).second) refuse(errc::duplicate_id, "there is another one with the unique_id " + quoted(*s.id), at);
    event e{event_id{ids_.of(s.id ? *s.id : name)}};
    if (!wrong_) dates(s, e, at);
    if (wrong_) return reject(what);
    if (sort == "era") e.kind("era");
    if (!s.headline.empty()) e.title(localized{s.headline});
    if (!s.text.empty()) e.note(localized{s.text});
    if (s.id && e.id() != *s.id) e.attribute("unique_id", *s.id);
    if (!s.group.empty()) e.attribute("group", s.group);
    if (!s.media.empty()) e.attribute("media", s.media);
    try {
      out_.what.add(e);
    } catch (error const& problem) {
      refuse(problem.code(), problem.problems().front().message, at);
      return reject(what);
    }
    auto const& id = e.id().str();
    if (marked_up_) notes_.add("markup in texts, which are read as plain text", id);
    if (fractions_) notes_.add("fractions of seconds", id);
    if (media) notes_.add("captions, credits and other details of media", id);
    for (auto const key : others) notes_.add("members that events have no place for", key.substr(0, 40));
    marked_up_ = fractions_ = false;
  }

  void dates(slide const& s, event& e, json_step const& at) {
    if (s.start.empty() && !s.end.empty()) return refuse(errc::missing_member, "there is an end_date, and no start_date", at);
    if (s.start.empty()) {
      if (!s.display.empty()) e.attribute("display_date", s.display);
      return;
    }
    auto stated = time::dating::try_parse(s.end.empty() || s.end == s.start ? s.start : s.start + '/' + s.end);
    if (!stated) return refuse(stated.error().code, stated.error().message, at);
    if (auto const exact = time::dating::try_parse(s.display); exact && !s.display.empty()) {
      bool const agrees = stated->start_min() == exact->start_min() && (s.end.empty() || stated->end_max() == exact->end_max());
      if (agrees) return void(e.on(date_statement{*exact}));
    }
    date_statement when{*stated};
    if (!s.display.empty()) when.as_written(s.display);
    e.on(std::move(when));
  }

  json_reading json_;
  std::string_view text_;
  imported_dossier out_;
  remarks notes_;
  id_maker ids_;
  std::set<std::string> ids_seen_;
  std::optional<problem> wrong_;  // of the entry at hand
  bool marked_up_ = false;
  bool fractions_ = false;
};

}  // namespace
}  // namespace detail

result<imported_dossier> try_read_timelinejs(std::string_view json, reading const& how) { return detail::timeline_reader{json,
    how}.read(); }

imported_dossier read_timelinejs(std::string_view json, reading const& how) { return try_read_timelinejs(json, how).value(); }

}  // namespace sinedie
