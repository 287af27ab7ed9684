// SPDX-License-Identifier: BSL-1.0
// Calendars and TimelineJS timelines, which are read as a whole: counted, refused and told of like rows.
#include <algorithm>
#include <utility>

#include <sinedie/io/calendar.hpp>
#include <sinedie/io/timelinejs.hpp>

#include "calendar_lines.hpp"
#include "import_rows.hpp"
#include "json_places.hpp"

namespace sinedie::detail {

namespace {

constexpr std::size_t kept = 4096;  // bytes of what was rejected

// What stands in the file at a line: the event, to-do or journal entry around it, else the line itself.
class calendar_extents {
 public:
  explicit calendar_extents(std::string_view text) : text_{text} {
    for (std::size_t at = 0; at < text.size();) {
      auto const end = std::min(text.find('\n', at), text.size());
      auto const line = text.substr(at, end - at);
      starts_.push_back(at);
      auto const says = [&](std::string_view begins) {
        return line.size() >= begins.size() && same_name(line.substr(0, begins.size()), begins);
      };
      auto const sort = line.substr(std::min(line.find(':'), line.size()));
      auto const is = [&](std::string_view word) { return sort.size() > word.size() && same_name(sort.substr(1, word.size()), word); };
      bool const known = is("VEVENT") || is("VTODO") || is("VJOURNAL");
      if (known && says("BEGIN:")) parts_.push_back({starts_.size(), starts_.size()});
      if (known && says("END:") && !parts_.empty()) parts_.back().last = starts_.size();
      at = end + 1;
    }
  }

  [[nodiscard]] std::string_view at(std::size_t line) const {
    if (line == 0 || line > starts_.size()) return {};
    auto const after = std::upper_bound(parts_.begin(), parts_.end(), line, [](std::size_t l, part const& p) { return l < p.first; });
    part one{line, line};
    if (after != parts_.begin() && (after - 1)->last >= line) one = *(after - 1);
    auto const end = one.last < starts_.size() ? starts_[one.last] : text_.size();
    return text_.substr(starts_[one.first - 1], end - starts_[one.first - 1]);
  }

 private:
  struct part {
    std::size_t first;  // lines, from 1
    std::size_t last;
  };

  std::string_view text_;
  std::vector<std::size_t> starts_;
  std::vector<part> parts_;
};

// `/events/3` of `/events/3/start_date/month`.
[[nodiscard]] std::string entry_of(std::string const& pointer) {
  auto const list = pointer.find('/', 1);
  return list == std::string::npos ? pointer : pointer.substr(0, pointer.find('/', list + 1));
}

[[nodiscard]] std::string_view without_line_end(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

imported import_whole(byte_source& from, importing const& how) {
  bool const calendar = how.format == import_format::ics;
  if (!how.mapping.empty())
    raise(errc::bad_argument,
          std::string{"a mapping names the columns of a table, and "} + (calendar ? "a calendar" : "a timeline") + " has none");
  auto const text = read_all(from, how.limits.bytes);
  auto reading = how.limits;
  if (how.reference_day) reading.as_of = how.reference_day;
  auto in = calendar ? try_read_calendar(text, reading) : try_read_timelinejs(text, reading);
  if (!in) raise(in.error());
  std::vector<std::string_view> rows;
  if (calendar && !in->rejected.empty()) {
    calendar_extents const parts{text};
    for (auto const& r : in->rejected) rows.push_back(parts.at(r.why.where.line));
  } else if (!in->rejected.empty()) {
    std::vector<std::string> pointers;
    for (auto const& r : in->rejected) pointers.push_back(entry_of(r.why.where.pointer));
    auto const places = locate_json(text, pointers);
    for (auto const& p : places) rows.push_back(p.found() ? std::string_view{text}.substr(p.begin, p.end - p.begin) : std::string_view{});
  }
  reception at{how};
  for (std::size_t i = 0; i < in->rejected.size(); ++i) {
    auto& r = in->rejected[i];
    at.row();
    std::string row{without_line_end(rows[i]).substr(0, kept)};
    at.refuse({r.why.where.line, r.why.where.column, r.what + ": " + r.why.message, std::move(row)});
  }
  for (std::size_t i = 0; i < in->what.events().size(); ++i) {
    at.row();
    at.accept();
  }
  for (auto& r : in->remarks) at.note({std::move(r.what), r.count, "times", std::move(r.examples)});
  if (how.reference_day) in->what.as_of(*how.reference_day);
  return {std::move(in->what), at.take()};
}

}  // namespace sinedie::detail
