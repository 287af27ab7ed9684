// SPDX-License-Identifier: BSL-1.0
#include "picture_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <sinedie/time/calendar.hpp>

namespace sinedie::detail {

namespace {

constexpr double seconds_a_day = 86400;
constexpr double far_away = 1e18;

struct tick_step {
  enum class unit : unsigned char { hour, day, month, year } of;
  std::int64_t count;
  [[nodiscard]] double seconds() const noexcept {
    constexpr double lengths[] = {3600, seconds_a_day, 30.44 * seconds_a_day, 365.25 * seconds_a_day};
    return lengths[static_cast<std::size_t>(of)] * static_cast<double>(count);
  }
};

/// The finest step that makes at most `most` marks.
[[nodiscard]] tick_step tick_step_for(double length, std::size_t most) {
  using unit = tick_step::unit;
  static constexpr std::array<tick_step, 14> fine{{{unit::hour, 1},
                                              {unit::hour, 3},
                                              {unit::hour, 6},
                                              {unit::hour, 12},
                                              {unit::day, 1},
                                              {unit::day, 2},
                                              {unit::day, 5},
                                              {unit::day, 10},
                                              {unit::month, 1},
                                              {unit::month, 2},
                                              {unit::month, 3},
                                              {unit::month, 6},
                                              {unit::year, 1},
                                              {unit::year, 2}}};
  for (auto const& s : fine)
    if (length / s.seconds() <= static_cast<double>(most)) return s;
  std::int64_t ten = 1;
  for (;; ten *= 10)
    for (std::int64_t const n : {5, 10, 20})
      if (tick_step const s{unit::year, n * ten}; length / s.seconds() <= static_cast<double>(most) || ten > 100'000'000'000) return s;
}

[[nodiscard]] std::string year_text(std::int64_t year) {
  if (year >= 0 && year <= 9999) {
    auto text = std::to_string(year);
    return std::string(4 - text.size(), '0') + text;
  }
  auto text = std::to_string(year < 0 ? -year : year);
  if (text.size() < 4) text.insert(0, 4 - text.size(), '0');
  return (year < 0 ? "−" : "+") + text;
}

[[nodiscard]] std::string_view month_text(int month, std::string_view language) {
  static constexpr std::string_view english[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  static constexpr std::string_view french[] = {"janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                                "juil.", "août",  "sept.", "oct.",  "nov.", "déc."};
  return (language.starts_with("fr") ? french : english)[month - 1];
}

class marker {
 public:
  marker(picture_axis const& axis, std::string_view language) : axis_{axis}, language_{language} {}

  void put(double second, std::string label, bool major, std::string date = {}) {
    auto const at = (second - axis_.from) / (axis_.to - axis_.from);
    if (at < -1e-9 || at > 1 + 1e-9) return;
    made_.push_back({std::clamp(at, 0.0, 1.0), std::move(label), major});
    dates_.push_back(std::move(date));
  }
  void years(std::int64_t n) {
    constexpr double per = 365.2425 * seconds_a_day;
    auto const first = static_cast<std::int64_t>(std::floor(axis_.from / per)) + 1970 - 1;
    auto const last = static_cast<std::int64_t>(std::ceil(axis_.to / per)) + 1970 + 1;
    for (auto y = floor_div(first, n) * n; y <= last; y += n)
      put(static_cast<double>(time::days_from_civil({y, 1, 1})) * seconds_a_day, year_text(y), y % (n * 10) == 0 && n > 1);
  }
  void months(std::int64_t n) {
    auto const c = civil(axis_.from);
    for (auto m = floor_div(c.year * 12 + c.month - 1, n) * n;; m += n) {
      auto const y = floor_div(m, 12);
      auto const of_year = static_cast<int>(m - y * 12) + 1;
      auto const at = static_cast<double>(time::days_from_civil({y, of_year, 1})) * seconds_a_day;
      if (at > axis_.to) return;
      auto const month = std::string{month_text(of_year, language_)};
      put(at, of_year == 1 ? month + ' ' + year_text(y) : month, of_year == 1, month + ' ' + year_text(y));
    }
  }
  /// Days 1, 1 + n, … of each month; the last before the next month's first stays away from it.
  void days(std::int64_t n) {
    auto const c = civil(axis_.from);
    for (auto d = time::days_from_civil({c.year, c.month, 1}); static_cast<double>(d) * seconds_a_day <= axis_.to; ++d) {
      auto const now = time::civil_from_days(d);
      if ((now.day - 1) % n != 0 || (n > 2 && now.day > 30 - n / 2)) continue;
      auto const date = std::to_string(now.day) + ' ' + std::string{month_text(now.month, language_)};
      bool const first = now.day == 1;
      put(static_cast<double>(d) * seconds_a_day, first ? date : std::to_string(now.day), first, date + ' ' + year_text(now.year));
    }
  }
  void hours(std::int64_t n) {
    auto const width = static_cast<double>(n) * 3600;
    for (auto i = static_cast<std::int64_t>(std::floor(axis_.from / width)); static_cast<double>(i) * width <= axis_.to; ++i) {
      auto const second = static_cast<double>(i) * width;
      auto const now = civil(second);
      auto const hour = static_cast<int>(std::floor((second - static_cast<double>(time::days_from_civil(now)) * seconds_a_day) / 3600));
      auto const clock = (hour < 10 ? "0" : "") + std::to_string(hour) + ":00";
      auto const date = std::to_string(now.day) + ' ' + std::string{month_text(now.month, language_)};
      auto const whole = date + ' ' + year_text(now.year);
      put(second, hour == 0 ? date : clock, hour == 0, hour == 0 ? whole : whole + ' ' + clock);
    }
  }
  /// One mark says the date in full: the first of the longer unit, else the first of all.
  [[nodiscard]] std::vector<axis_mark> made() && {
    auto const major = std::find_if(made_.begin(), made_.end(), [](axis_mark const& m) { return m.major; });
    auto const at = static_cast<std::size_t>((major == made_.end() ? made_.begin() : major) - made_.begin());
    if (at < made_.size() && !dates_[at].empty()) made_[at].label = dates_[at];
    return std::move(made_);
  }

 private:
  [[nodiscard]] static time::civil_day civil(double second) {
    return time::civil_from_days(static_cast<std::int64_t>(std::floor(second / seconds_a_day)));
  }

  picture_axis const& axis_;
  std::string_view language_;
  std::vector<axis_mark> made_;
  std::vector<std::string> dates_;  // the label of each in full
};

/// The list of names that lanes are made of, and which of them an event has.
[[nodiscard]] std::vector<std::uint32_t> lanes_in(picture_state const& s, lanes_by by) {
  std::vector<std::uint32_t> found;
  auto const add = [&](auto const& parts) {
    for (auto const& part : parts)
      if (std::find(found.begin(), found.end(), part.lane) == found.end()) found.push_back(part.lane);
  };
  if (by == lanes_by::party) add(s.parties);
  if (by == lanes_by::venue) add(s.venues);
  if (by == lanes_by::series) add(s.series);
  if (by == lanes_by::topic) found = s.topics;
  return found;
}

[[nodiscard]] picture_lane lane_named(picture const& p, lanes_by by, std::uint32_t at) {
  if (by == lanes_by::topic) return {p.topics[at], localized{p.topics[at]}, {}};
  auto const& n = by == lanes_by::party ? p.parties[at] : by == lanes_by::venue ? p.venues[at] : p.series[at];
  return {n.id, n.name.empty() ? localized{n.id} : n.name, {}};
}

}  // namespace

double picture_axis::at(time::instant i) const noexcept {
  if (i.is_past()) return -far_away;
  if (i.is_future()) return far_away;
  return (static_cast<double>(i.seconds()) - from) / (to - from);
}

std::vector<axis_mark> axis_marks(picture_axis const& axis, std::size_t most, std::string_view language) {
  auto const s = tick_step_for(axis.to - axis.from, std::max<std::size_t>(most, 1));
  marker m{axis, language};
  if (s.of == tick_step::unit::year) m.years(s.count);
  if (s.of == tick_step::unit::month) m.months(s.count);
  if (s.of == tick_step::unit::day) m.days(s.count);
  if (s.of == tick_step::unit::hour) m.hours(s.count);
  return std::move(m).made();
}

std::optional<picture_axis> extent_of(std::vector<picture_bar> const& bars) {
  std::optional<picture_axis> all;
  auto const reach = [&](time::instant i) {
    if (!i.is_bounded()) return;
    auto const second = static_cast<double>(i.seconds());
    if (!all) all = picture_axis{second, second};
    all->from = std::min(all->from, second);
    all->to = std::max(all->to, second);
  };
  for (auto const& b : bars) {
    reach(b.from);
    reach(b.to);
  }
  return all;
}

picture_axis axis_of(picture const& p, picture_options const& how) {
  auto const padded = [](double from, double to) {
    auto const pad = std::max((to - from) * 0.03, 0.5 * seconds_a_day);
    return picture_axis{from - pad, to + pad};
  };
  if (how.window && how.window->first().is_bounded() && how.window->last().is_bounded())
    return {static_cast<double>(how.window->first().seconds()), static_cast<double>(how.window->last().seconds()) + 1};

  auto const last = p.days.size() - 1;
  std::vector<std::pair<double, double>> extents;
  for (auto const at : p.days[last].order)
    if (auto const* const s = p.events[at].at(last))
      if (auto const e = extent_of(s->bars)) extents.emplace_back(e->from, e->to);
  if (extents.empty()) {
    if (!p.days[last].day) return {0, 365 * seconds_a_day};
    auto const now = static_cast<double>(time::instant::of(*p.days[last].day).seconds());
    return {now - 30 * seconds_a_day, now + 30 * seconds_a_day};
  }
  std::sort(extents.begin(), extents.end());
  double from = extents.front().first;
  double to = extents.front().second;
  for (auto const& e : extents) to = std::max(to, e.second);
  // The shortest stretch on which four fifths begin; if that is a sliver of the whole, it is what one wants to see.
  auto const n = extents.size();
  auto const most = (n * 4 + 4) / 5;
  if (n >= 4) {
    std::size_t best = 0;
    for (std::size_t i = 0; i + most <= n; ++i)
      if (extents[i + most - 1].first - extents[i].first < extents[best + most - 1].first - extents[best].first) best = i;
    double const begin = extents[best].first;
    double end = begin;
    for (std::size_t i = best; i < best + most; ++i) end = std::max(end, extents[i].second);
    if ((end - begin) * 8 < to - from) std::tie(from, to) = std::pair{begin, end};
  }
  if (how.window) {
    if (how.window->first().is_bounded()) from = static_cast<double>(how.window->first().seconds());
    if (how.window->last().is_bounded()) to = static_cast<double>(how.window->last().seconds()) + 1;
    if (to <= from) to = from + seconds_a_day;
    return {from, to};
  }
  return padded(from, to);
}

lanes_by usual_lanes(picture const& p) {
  constexpr std::array kinds{lanes_by::party, lanes_by::series, lanes_by::venue, lanes_by::topic};
  std::array<std::size_t, 4> placed{};
  std::size_t all = 0;
  for (auto const& e : p.events)
    if (auto const* const s = e.at(p.days.size() - 1); s != nullptr && !s->undated()) {
      ++all;
      std::array const has{!s->parties.empty(), !s->series.empty(), !s->venues.empty(), !s->topics.empty()};
      for (std::size_t i = 0; i < 4; ++i) placed[i] += has[i] ? 1U : 0U;
    }
  for (std::size_t i = 0; i < 4; ++i)
    if (placed[i] > 0 && 2 * placed[i] >= all) return kinds[i];
  auto const best = static_cast<std::size_t>(std::max_element(placed.begin(), placed.end()) - placed.begin());
  return placed[best] == 0 ? lanes_by::none : kinds[best];
}

std::vector<picture_link> links_of(picture const& p) {
  std::vector<picture_link> made;
  auto const last = p.days.size() - 1;
  std::set<std::pair<std::string_view, std::string_view>> clashing;
  for (auto const& c : p.days[last].contradictions)
    for (auto const& s : c.statements)
      if (s.other) clashing.insert({s.event.str(), s.other->str()});
  for (auto const& r : p.relations) {
    auto const* const from = p.events[r.from].at(last);
    auto const* const to = p.events[r.to].at(last);
    if (from == nullptr || to == nullptr) continue;
    using kind = relation_kind;
    picture_link l{r.from, r.to};
    bool const back = r.kind == kind::after || r.kind == kind::met_by || r.kind == kind::follows_up;
    l.directed = back || r.kind == kind::before || r.kind == kind::meets || r.kind == kind::prepares || r.kind == kind::realised_as;
    if (back) std::swap(l.from, l.to);
    auto const off = [](picture_state const& s) { return s.status && occurs(*s.status) == truth::no; };
    if (r.kind == kind::realised_as || r.kind == kind::maybe_same_as || off(*from) || off(*to)) l.what = picture_link::sort::loose;
    if (clashing.contains({p.events[r.from].id, p.events[r.to].id})) l.what = picture_link::sort::clash;
    made.push_back(l);
  }
  return made;
}

picture_layout layout_of(picture const& p, picture_options const& how, lanes_by otherwise, std::size_t most) {
  picture_layout made;
  made.axis = axis_of(p, how);
  made.by = how.lanes.value_or(otherwise);
  auto const last = p.days.size() - 1;
  std::map<std::uint32_t, std::vector<std::uint32_t>> lanes;
  std::vector<std::uint32_t> without;
  for (auto const at : p.days[last].order) {
    auto const* const s = p.events[at].at(last);
    if (s == nullptr) continue;
    if (s->undated()) {
      made.undated.push_back(at);
      continue;
    }
    auto const in = lanes_in(*s, made.by);
    for (auto const lane : in) lanes[lane].push_back(at);
    if (in.empty()) without.push_back(at);
  }
  std::vector<std::pair<std::size_t, std::uint32_t>> fullest;
  for (auto const& [lane, events] : lanes) fullest.emplace_back(events.size(), lane);
  std::sort(fullest.begin(), fullest.end(),
            [](auto const& a, auto const& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<bool> rest(p.events.size(), false);
  for (auto const& [size, lane] : fullest) {
    if (made.lanes.size() < most) {
      made.lanes.push_back(lane_named(p, made.by, lane));
      made.lanes.back().events = std::move(lanes[lane]);
    } else {
      for (auto const at : lanes[lane]) rest[at] = true;
    }
  }
  for (auto const at : without) rest[at] = true;
  picture_lane others{{}, made.by == lanes_by::none ? localized{} : localized{"Others"}.in("fr", "Autres"), {}};
  for (auto const at : p.days[last].order)
    if (rest[at]) others.events.push_back(at);
  if (!others.events.empty()) made.lanes.push_back(std::move(others));
  return made;
}

}  // namespace sinedie::detail
