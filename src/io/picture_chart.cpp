// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <sinedie/io/display.hpp>
#include <sinedie/io/picture.hpp>
#include <sinedie/time/spell.hpp>

#include "picture_layout.hpp"
#include "picture_words.hpp"

namespace sinedie {

namespace {

using namespace detail;

/// Beyond so many events a lane is a line of density, not a line for each.
constexpr std::size_t most_lines = 400;

class chart {
 public:
  chart(picture const& p, picture_options const& how)
      : p_{p}, how_{how}, layout_{layout_of(p, how, lanes_by::none)}, columns_{std::max<std::size_t>(how.columns, 40)} {
    label_ = std::clamp<std::size_t>(columns_ * 2 / 5, 18, 56);
    area_ = columns_ - label_ - 1;
    marks_ = axis_marks(layout_.axis, std::max<std::size_t>(2, area_ / 11), how.language);
  }

  [[nodiscard]] std::string text() {
    head();
    if (p_.days.back().order.empty()) {
      line(picture_word("No events", how_.language));
      return std::move(text_);
    }
    axis(true);
    bool const dense = p_.days.back().order.size() > most_lines;
    for (auto const& lane : layout_.lanes) {
      auto const name = sanitized(lane.name.get(how_.language));
      if (dense) {
        density(name.empty() ? std::to_string(lane.events.size()) : name + " (" + std::to_string(lane.events.size()) + ')', lane.events);
        continue;
      }
      if (!name.empty()) line(strong(cut(name, columns_)));
      for (auto const at : lane.events) event_line(at);
    }
    if (!layout_.lanes.empty()) axis(false);
    undated(dense);
    legend();
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string strong(std::string s) const { return how_.coloured ? "\x1b[1m" + s + "\x1b[0m" : s; }
  [[nodiscard]] std::string in_colour(std::string s, picture_state const& state) const {
    s.erase(s.find_last_not_of(' ') + 1);
    if (!how_.coloured) return s;
    if (look_of(state) == look::off) return "\x1b[2m" + s + "\x1b[0m";
    if (state.flags.has(flag::no_date_yet) || state.flags.has(flag::contradictory)) return "\x1b[33m" + s + "\x1b[0m";
    return s;
  }
  void line(std::string s) {
    s.erase(s.find_last_not_of(' ') + 1);
    text_ += s + '\n';
  }
  [[nodiscard]] static std::string padded(std::string s, std::size_t width) {
    auto const has = display_width(s);
    return has < width ? s + std::string(width - has, ' ') : s;
  }

  void head() {
    auto title = sanitized(p_.title.get(how_.language));
    for (auto const& l : wrapped(title, columns_))
      if (!l.empty()) line(strong(l));
    if (p_.days.back().day) line(picture_word("as of", how_.language) + ' ' + time::to_day_string(time::instant::of(*p_.days.back().day)));
    if (!text_.empty()) line({});
  }

  [[nodiscard]] std::size_t column_of(double share) const {
    return static_cast<std::size_t>(std::clamp(share * static_cast<double>(area_), 0.0, static_cast<double>(area_ - 1)));
  }

  /// Labels, then the line with a tick for each; below the lanes the line alone.
  void axis(bool labelled) {
    std::vector<std::string> ticks(area_, "─");
    std::map<std::size_t, std::string> labels;
    // The longer units first: where room is short, the others give way.
    for (bool const major : {true, false})
      for (auto const& m : marks_) {
        auto const at = column_of(m.at);
        ticks[at] = labelled ? "┬" : "┴";
        auto const width = display_width(m.label);
        auto const next = labels.lower_bound(at);
        bool const clear = (next == labels.end() || at + width < next->first) &&
                           (next == labels.begin() || std::prev(next)->first + display_width(std::prev(next)->second) < at);
        if (m.major == major && clear && at + width <= area_) labels.emplace(at, m.label);
      }
    std::string names(label_ + 1, ' ');
    for (auto const& [at, name] : labels) names += std::string(label_ + 1 + at - display_width(names), ' ') + name;
    if (labelled) line(names);
    std::string rule(label_ + 1, ' ');
    for (auto const& t : ticks) rule += t;
    line(rule);
  }

  [[nodiscard]] std::string bars(picture_state const& s) {
    std::vector<std::string> cells(area_, " ");
    for (auto const& m : marks_) cells[column_of(m.at)] = "┊";
    bool before = false;
    bool after = false;
    auto const fill = [&](picture_bar const& b, auto character) {
      double const from = layout_.axis.at(b.from);
      double const to = layout_.axis.at(b.to);
      before = before || from < 0;
      after = after || to > 1;
      if (to <= 0 || from >= 1) return;
      auto const first = column_of(from);
      auto last = column_of(to);
      // The end is one past, so a bar that ends on a column's edge doesn't reach into it.
      if (last > first && to < 1 && to * static_cast<double>(area_) <= static_cast<double>(last)) --last;
      for (auto c = first; c <= last; ++c) {
        auto const mid = (static_cast<double>(c) + 0.5) / static_cast<double>(area_);
        cells[c] = character(std::clamp((mid - from) / (to - from), 0.0, 1.0));
      }
      used_.insert(b.what == picture_bar::sort::rising || b.what == picture_bar::sort::falling ? picture_bar::sort::window : b.what);
    };
    using sort = picture_bar::sort;
    // What says more is drawn over what says less.
    for (auto const what : {sort::derived, sort::expected, sort::window, sort::rising, sort::falling, sort::solid})
      for (auto const& b : s.bars) {
        if (b.what != what || (what == sort::derived && !s.undated())) continue;
        fill(b, [&](double share) -> std::string {
          switch (what) {
            case sort::solid:
              return "█";
            case sort::rising:
              return share < 0.5 ? "░" : "▒";
            case sort::falling:
              return share < 0.5 ? "▒" : "░";
            case sort::window:
              return share < 0.25 || share > 0.75 ? "░" : "▒";
            case sort::expected:
              return "╱";
            case sort::derived:
              break;
          }
          return "╌";
        });
      }
    if (before) cells.front() = "◀";
    if (after) cells.back() = "▶";
    std::string row;
    for (auto const& c : cells) row += c;
    return row;
  }

  [[nodiscard]] std::string labelled(picture_event const& e, picture_state const& s) {
    looks_.insert(look_of(s));
    return padded(std::string{sign_of(look_of(s))} + std::string{caution_of(s)} + cut(title_of(e, how_.language), label_ - 2), label_) +
           ' ';
  }
  void event_line(std::uint32_t at) {
    auto const& e = p_.events[at];
    auto const* const s = e.at(p_.days.size() - 1);
    if (s != nullptr) line(in_colour(labelled(e, *s) + bars(*s), *s));
  }

  void density(std::string const& name, std::vector<std::uint32_t> const& events) {
    auto const counts = counts_along(p_, events, layout_.axis.from, layout_.axis.to, area_);
    auto const most = *std::max_element(counts.begin(), counts.end());
    static constexpr std::array<std::string_view, 9> heights{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string row;
    for (auto const n : counts) row += heights[most == 0 ? 0 : (n * 8 + most - 1) / most];
    line(padded(cut(name, label_), label_) + ' ' + row);
  }

  void undated(bool dense) {
    if (layout_.undated.empty()) return;
    line({});
    line(strong(picture_word("Without a date", how_.language) + " (" + std::to_string(layout_.undated.size()) + ')'));
    std::size_t shown = 0;
    for (auto const at : layout_.undated) {
      if (dense && ++shown > 40) {
        line("… " + std::to_string(layout_.undated.size() - 40));
        break;
      }
      event_line(at);
      auto const& e = p_.events[at];
      auto const* const s = e.at(p_.days.size() - 1);
      auto said = status_of(e, *s, how_.language);
      said += (said.empty() ? "" : "; ") + when_of(*s, how_.language);
      for (auto const& l : wrapped(said, columns_ - 4)) line(in_colour("    " + l, *s));
    }
  }

  void legend() {
    line({});
    std::string words;
    auto const add = [&](std::string_view sign, std::string_view word) {
      auto const item = std::string{sign} + ' ' + std::string{word};
      if (!words.empty() && display_width(words) + 3 + display_width(item) > columns_) {
        line(std::exchange(words, {}));
      }
      words += (words.empty() ? "" : "   ") + item;
    };
    for (auto const l : looks_) add(sign_of(l), legend_of(l, how_.language));
    using sort = picture_bar::sort;
    for (auto const& [what, sign, word] : {std::tuple{sort::solid, "█", "certain"}, std::tuple{sort::window, "░▒", "somewhere here"},
                                           std::tuple{sort::expected, "╱", "expected"}, std::tuple{sort::derived, "╌", "concluded"}})
      if (used_.contains(what)) add(sign, picture_word(word, how_.language));
    line(words);
  }

  picture const& p_;
  picture_options const& how_;
  picture_layout layout_;
  std::size_t columns_;
  std::size_t label_ = 0;
  std::size_t area_ = 0;
  std::vector<axis_mark> marks_;
  std::string text_;
  std::set<look> looks_;
  std::set<picture_bar::sort> used_;
};

}  // namespace

std::string show_chart(dossier const& d, picture_options const& how) { return chart{picture_of(d, how, picture_days::last), how}.text(); }

}  // namespace sinedie
