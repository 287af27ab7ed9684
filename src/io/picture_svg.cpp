// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <sinedie/io/display.hpp>
#include <sinedie/io/picture.hpp>
#include <sinedie/time/spell.hpp>

#include "picture_pen.hpp"
#include "svg_elements.hpp"
#include "xml_text.hpp"

namespace sinedie {

namespace {

using namespace detail;

constexpr double row_height = 22;
constexpr double name_width = 148;
/// Beyond so many marks a lane is a histogram.
constexpr std::size_t most_marks_a_row = 60;
constexpr std::size_t most_undated = 200;

/// A mark with its label, and the stretch of the row that they take together.
struct placed {
  std::uint32_t event = 0;
  picture_state const* state = nullptr;
  double from = 0, to = 0;  // of the mark
  double label = 0;         // where the text begins, or ends where it stands left of the mark
  bool before = false;      // whether it does
  bool on_bar = false;      // whether it stands on the bar
  double box_from = 0, box_to = 0;
  std::string text;
  std::size_t row = 0;
};

class drawing {
 public:
  drawing(picture const& p, picture_options const& how)
      : p_{p},
        how_{how},
        layout_{layout_of(p, how, usual_lanes(p))},
        pen_{palette_of(how.dark), layout_.axis},
        c_{pen_.colours},
        width_{static_cast<double>(std::max<std::size_t>(how.width, 320))} {
    // Where there is little room, or nothing to name, names stand above their lanes.
    named_aside_ = width_ >= 640 && layout_.by != lanes_by::none;
    left_ = pen_.left = 16 + (named_aside_ ? name_width : 0);
    right_ = pen_.right = width_ - 16;
    marks_ = axis_marks(layout_.axis, std::max<std::size_t>(2, static_cast<std::size_t>((right_ - left_) / 84)), how.language);
  }

  [[nodiscard]] std::string text() {
    head();
    axis_top_ = y_;
    y_ += 24;
    for (std::size_t i = 0; i < layout_.lanes.size(); ++i) lane(layout_.lanes[i], i);
    if (p_.days.back().order.empty()) say(left_, y_ + 20, picture_word("No events", how_.language), c_.faint, 13), y_ += 40;
    undated();
    arrows();
    double const axis_bottom = y_;
    legend();
    double const height = std::max(y_ + 12, static_cast<double>(how_.height));
    auto out = svg::opening(width_, height);
    auto const title = sanitized(p_.title.get(how_.language));
    out += "<title>" + xml_escaped(title.empty() ? "Sine Die" : title) + "</title>\n";
    out += pen_.definitions();
    out += svg::rect(0, 0, width_, height, c_.ground);
    out += ground_;
    for (auto const& m : marks_) {
      auto const x = left_ + m.at * (right_ - left_);
      out += svg::line(x, axis_top_ + 20, x, axis_bottom, c_.rule, m.major ? 1.2 : 0.8);
    }
    return out + links_ + body_ + "</svg>\n";
  }

 private:
  void say(double x, double y, std::string_view text, std::string_view fill, double size, std::string_view more = {}) {
    if (text.empty()) return;
    body_ += svg::words(x, y, text, fill, size, more);
  }

  void head() {
    y_ = 14;
    for (auto const& l : wrapped(p_.title.get(how_.language), static_cast<std::size_t>((width_ - 32) / 10.5)))
      if (!l.empty()) say(16, y_ += 20, l, c_.ink, 18, " font-weight=\"bold\"");
    if (p_.days.back().day)
      say(16, y_ += 19, picture_word("as of", how_.language) + ' ' + time::to_day_string(time::instant::of(*p_.days.back().day)), c_.faint,
          12);
    y_ += 14;
  }

  /// With what is wrong or doubtful about it in front.
  [[nodiscard]] std::string marked_title(std::uint32_t at, picture_state const& s) const {
    auto const caution = caution_of(s);
    return (caution == " " ? std::string{} : std::string{caution} + ' ') + title_of(p_.events[at], how_.language);
  }

  /// A mark of an event, with its label right of it, else left of it, else cut. Nothing where it lies outside the window.
  [[nodiscard]] std::optional<placed> place(std::uint32_t at) const {
    placed m;
    m.event = at;
    m.state = p_.events[at].at(p_.days.size() - 1);
    if (m.state == nullptr) return std::nullopt;
    m.text = marked_title(at, *m.state);
    m.from = 1e9;
    m.to = -1e9;
    for (auto const& b : m.state->bars) {
      if (b.what == picture_bar::sort::derived && !m.state->undated()) continue;
      m.from = std::min(m.from, pen_.x_of(b.from));
      m.to = std::max(m.to, pen_.x_of(b.to));
    }
    if (m.from > m.to || m.to < left_ || m.from > right_) return std::nullopt;
    m.from = std::clamp(m.from, left_, right_);
    m.to = std::clamp(m.to, left_, right_);
    if (m.to - m.from < 11) {
      auto const mid = std::clamp((m.from + m.to) / 2, left_ + 5.5, right_ - 5.5);
      m.from = mid - 5.5;
      m.to = mid + 5.5;
    }
    bool const point = m.to - m.from <= 12;
    double const gap = point ? 5 : 8;
    double const wanted = svg::width_of(m.text, 12);
    double const after = right_ - m.to - gap;
    double const before = m.from - left_ - 8 - (point ? 0 : 3);
    if (wanted <= after || after >= before) {
      m.text = svg::fitted(m.text, 12, std::max(after, 0.0));
      m.label = m.to + gap;
    } else {
      m.text = svg::fitted(m.text, 12, std::max(before, 0.0));
      m.label = m.from - gap;
      m.before = true;
    }
    // A bar from edge to edge has its label on it.
    if (std::max(after, before) < 60 && !point) {
      m.text = svg::fitted(marked_title(at, *m.state), 12, m.to - m.from - 28);
      m.label = m.from + 22;
      m.before = false;
      m.on_bar = true;
    }
    auto const width = svg::width_of(m.text, 12);
    m.box_from = m.before ? m.label - width : std::min(m.from, m.label);
    m.box_to = (m.before ? m.to : std::max(m.to, m.label + width)) + 10;
    return m;
  }

  /// Puts each mark in the first row with room for it.
  [[nodiscard]] static std::size_t pack(std::vector<placed>& marks) {
    std::sort(marks.begin(), marks.end(),
              [](placed const& a, placed const& b) { return std::tie(a.box_from, a.event) < std::tie(b.box_from, b.event); });
    std::vector<double> ends;
    for (auto& m : marks) {
      m.row =
          static_cast<std::size_t>(std::find_if(ends.begin(), ends.end(), [&](double end) { return end <= m.box_from; }) - ends.begin());
      if (m.row == ends.size())
        ends.push_back(m.box_to);
      else
        ends[m.row] = m.box_to;
    }
    return ends.size();
  }

  void lane(picture_lane const& l, std::size_t number) {
    std::vector<placed> marks;
    std::size_t inside = 0;
    std::size_t earlier = 0;
    std::size_t later = 0;
    for (auto const at : l.events) {
      auto const extent = extent_of(p_.events[at].at(p_.days.size() - 1)->bars);
      if (extent && extent->to <= layout_.axis.from)
        ++earlier;
      else if (extent && extent->from >= layout_.axis.to)
        ++later;
      else if (++inside <= most_marks_a_row + 1) {
        if (auto m = place(at)) marks.push_back(std::move(*m));
      }
    }
    auto const name = sanitized(l.name.get(how_.language));
    double const top = y_;
    double const above = named_aside_ || name.empty() ? 0 : 18;
    y_ += 7 + above;
    if (inside > most_marks_a_row) {
      histogram(l.events);
    } else {
      auto const rows = pack(marks);
      for (auto const& m : marks) mark(m, y_ + static_cast<double>(m.row) * row_height + row_height / 2, number);
      y_ += static_cast<double>(std::max<std::size_t>(rows, 1)) * row_height;
    }
    y_ += 7;
    if (number % 2 == 0) ground_ += svg::rect(0, top, width_, y_ - top, c_.band);
    auto outside = earlier > 0 ? "◂ " + std::to_string(earlier) : std::string{};
    if (later > 0) outside += (outside.empty() ? "" : "   ") + std::to_string(later) + " ▸";
    if (named_aside_) {
      double at = top + 7 + 15;
      for (auto const& part : wrapped(name, 19)) {
        if (at > y_ && at > top + 24) break;
        say(16, at, svg::fitted(part, 12.5, name_width - 10), c_.ink, 12.5, " font-weight=\"bold\"");
        at += 15;
      }
      if (at <= y_ + 4)
        say(16, at, outside, c_.faint, 10.5);
      else if (!outside.empty())
        say(left_ - 8, top + 22, outside, c_.faint, 10.5, " text-anchor=\"end\"");
    } else {
      say(16, top + 18, svg::fitted(name, 12.5, width_ - 120), c_.ink, 12.5, " font-weight=\"bold\"");
      say(right_, top + 18, outside, c_.faint, 10.5, " text-anchor=\"end\"");
    }
  }

  /// So that lines behind a text don't strike it through.
  [[nodiscard]] static std::string haloed(std::string_view ground) {
    return " paint-order=\"stroke\" stroke-linejoin=\"round\"" + svg::stroked(ground, 3);
  }

  void histogram(std::vector<std::uint32_t> const& events) {
    constexpr double height = 56;
    auto const bins = static_cast<std::size_t>((right_ - left_) / 4);
    // One on the other: what took place solid, what is planned hatched, what is off or not told hollow.
    constexpr std::array looks{look::held, look::planned, look::off};
    std::array<std::vector<std::uint32_t>, 3> by;
    for (auto const at : events) by[column_of(look_of(*p_.events[at].at(p_.days.size() - 1)))].push_back(at);
    std::array<std::vector<std::size_t>, 3> counts;
    for (std::size_t k = 0; k < 3; ++k) counts[k] = counts_along(p_, by[k], layout_.axis.from, layout_.axis.to, bins);
    std::size_t most = 1;
    for (std::size_t i = 0; i < bins; ++i) most = std::max(most, counts[0][i] + counts[1][i] + counts[2][i]);
    for (std::size_t i = 0; i < bins; ++i) {
      auto const n = counts[0][i] + counts[1][i] + counts[2][i];
      if (n == 0) continue;
      double const whole = std::max(1.0, height * static_cast<double>(n) / static_cast<double>(most));
      double y = y_ + height;
      for (std::size_t k = 0; k < 3; ++k) {
        if (counts[k][i] == 0) continue;
        double const h = whole * static_cast<double>(counts[k][i]) / static_cast<double>(n);
        y -= h;
        body_ += pen_.column(looks[k], pen_.x_of(static_cast<double>(i) / static_cast<double>(bins)), y, 3.2, h);
      }
    }
    auto const label = "max " + std::to_string(most);
    body_ += svg::rect(right_ - svg::width_of(label, 10) - 4, y_, svg::width_of(label, 10) + 4, 13, c_.ground, " opacity=\"0.8\"");
    say(right_ - svg::width_of(label, 10), y_ + 10, label, c_.faint, 10);
    y_ += height;
  }

  [[nodiscard]] static std::size_t column_of(look l) noexcept {
    return l == look::held || l == look::under_way ? 0 : l == look::planned || l == look::postponed ? 1 : 2;
  }

  void mark(placed const& m, double middle, std::size_t lane) {
    auto const& s = *m.state;
    auto const& e = p_.events[m.event];
    bool const point = m.to - m.from <= 12;
    body_ += "<g><title>" +
             xml_escaped(title_of(e, how_.language) + " — " + when_of(s, how_.language) + " — " + status_of(e, s, how_.language)) +
             "</title>\n";
    bool const sharp = std::any_of(s.bars.begin(), s.bars.end(), [](auto const& b) { return b.what == picture_bar::sort::solid; });
    if (!point || !sharp)
      for (auto const& b : s.bars)
        if (b.what != picture_bar::sort::derived || s.undated()) body_ += pen_.bar(b, look_of(s), middle, true);
    bool const off = look_of(s) == look::off;
    auto const under = lane % 2 == 0 ? c_.band : c_.ground;
    // On its bar, never beside it, where it would pass for another date.
    double const sign_at = m.on_bar ? m.label - 9 : (m.from + m.to) / 2;
    if (!point) body_ += svg::circle(sign_at, middle, 7, under);
    body_ += pen_.sign(look_of(s), sign_at, middle);
    auto const halo = haloed(under);
    say(m.label, middle + 4, m.text, off ? c_.faint : c_.ink, 12,
        (m.before ? " text-anchor=\"end\"" : "") + (off ? std::string{" text-decoration=\"line-through\""} : halo));
    body_ += "</g>\n";
    auto const [first, isnew] = seen_.try_emplace(m.event, std::pair{(m.from + m.to) / 2, middle});
    if (!isnew && layout_.by == lanes_by::party && seen_.size() < 300 && lane != lane_of_[m.event])
      links_ +=
          svg::line((m.from + m.to) / 2, first->second.second, (m.from + m.to) / 2, middle, c_.of(look_of(s)), 0.8, " opacity=\"0.45\"");
    if (isnew) {
      lane_of_[m.event] = lane;
      anchors_.try_emplace(m.event, anchor{m.from, m.to, middle});
    }
  }

  void undated() {
    if (layout_.undated.empty()) return;
    double const top = y_;
    say(16, y_ += 22, picture_word("Without a date", how_.language) + " · " + std::to_string(layout_.undated.size()), c_.ink, 13,
        " font-weight=\"bold\"");
    y_ += 10;
    std::size_t drawn = 0;
    for (auto const at : layout_.undated) {
      if (++drawn > most_undated) {
        say(left_, y_ + 14, "… " + std::to_string(layout_.undated.size() - most_undated), c_.faint, 12);
        y_ += row_height;
        break;
      }
      auto const* const s = p_.events[at].at(p_.days.size() - 1);
      double const middle = y_ + 20 + 8;
      body_ += pen_.sign(look_of(*s), 22, y_ + 8);
      auto const room = width_ - 48;
      auto const title = svg::fitted(title_of(p_.events[at], how_.language), 12, room * 0.6);
      bool const off = look_of(*s) == look::off;
      auto const halo = haloed(c_.ground);
      say(32, y_ + 12, title, off ? c_.faint : c_.ink, 12, off ? " text-decoration=\"line-through\"" : halo);
      auto said = status_of(p_.events[at], *s, how_.language);
      said += (said.empty() ? "" : " · ") + when_of(*s, how_.language);
      auto const after = 32 + svg::width_of(title, 12) + 12;
      say(after, y_ + 12, svg::fitted(said, 11, width_ - 16 - after), c_.faint, 11, halo);
      if (s->bars.empty()) {
        y_ += row_height;
        continue;
      }
      // What is expected and what is concluded, one above the other.
      for (auto const& b : s->bars) {
        double const moved = s->bars.size() < 2 ? 0 : b.what == picture_bar::sort::derived ? 5 : -3;
        body_ += pen_.bar(b, look_of(*s), middle + moved, true);
      }
      // Arrows begin and end where something is known.
      if (auto const known = extent_of(s->bars)) {
        auto const x = [&](double second) { return pen_.within(time::instant{static_cast<std::int64_t>(second)}); };
        anchors_.try_emplace(at, anchor{x(known->from), x(known->to), middle});
      }
      y_ += row_height + 16;
    }
    y_ += 8;
    ground_ += svg::line(0, top + 4, width_, top + 4, c_.faint, 1);
  }

  /// Certain order: a thin arrow. No order: a dotted line. What can't hold: dotted, in the colour of warning.
  void arrows() {
    constexpr std::size_t most = 300;
    std::size_t drawn = 0;
    for (auto const& l : links_of(p_)) {
      auto const from = anchors_.find(l.from);
      auto const to = anchors_.find(l.to);
      if (from == anchors_.end() || to == anchors_.end() || ++drawn > most) continue;
      double const x2 = to->second.from;
      double const y1 = from->second.y;
      double const y2 = to->second.y;
      double const bend = std::clamp(std::abs(y2 - y1) / 2, 8.0, 40.0);
      // What would lead back, or has no direction, bulges to the left, from start to start.
      bool const onward = l.directed && from->second.to <= x2 + 4;
      double const x1 = onward ? from->second.to : from->second.from;
      // Along a row it sags, so that it doesn't strike the labels through.
      double const sag = onward && std::abs(y2 - y1) < 2 && x2 - x1 > 30 ? 15 : 0;
      bool const certain = l.what == picture_link::sort::certain;
      auto more = svg::stroked(l.what == picture_link::sort::clash ? c_.warn : c_.faint, 0.9);
      if (!certain) more += " stroke-dasharray=\"1.5 3\"";
      if (l.directed) more += " marker-end=\"url(#arrow)\"";
      links_ += svg::path(
          "M" + svg::at(x1, y1) + 'C' + svg::at(onward ? x1 + bend : x1 - bend, y1 + sag) + ' ' + svg::at(x2 - bend, y2 + sag) + ' ' +
              svg::at(x2, y2),
          "none", more);
    }
  }

  /// The longer units first: where room is short, the others give way.
  void axis_labels() {
    std::vector<std::pair<double, double>> taken;
    for (bool const major : {true, false})
      for (auto const& m : marks_) {
        auto const x = pen_.x_of(m.at);
        auto const end = x + svg::width_of(m.label, 11) + 8;
        bool const clear = std::none_of(taken.begin(), taken.end(), [&](auto const& t) { return x < t.second && t.first < end; });
        if (m.major != major || !clear || end > right_ + 16) continue;
        taken.emplace_back(x, end);
        say(x + 3, axis_top_ + 12, m.label, m.major ? c_.ink : c_.faint, 11, m.major ? " font-weight=\"bold\"" : "");
      }
  }

  void legend() {
    axis_labels();
    y_ += 24;
    double x = 16;
    auto const item = [&](double sign_width, std::string const& word) {
      double const w = sign_width + 6 + svg::width_of(word, 11) + 18;
      if (x + w > width_ - 16) {
        x = 16;
        y_ += 20;
      }
      say(x + sign_width + 6, y_ + 4, word, c_.faint, 11);
      return std::exchange(x, x + w);
    };
    for (auto const l : {look::held, look::under_way, look::planned, look::postponed, look::off, look::unknown}) {
      auto const at = item(12, std::string{legend_of(l, how_.language)});
      body_ += pen_.sign(l, at + 6, y_);
    }
    using sort = picture_bar::sort;
    for (auto const& [what, word] : {std::pair{sort::solid, "certain"}, std::pair{sort::window, "somewhere here"},
                                     std::pair{sort::expected, "expected"}, std::pair{sort::derived, "concluded"}}) {
      auto const at = item(30, picture_word(word, how_.language));
      bool const planned = what == sort::expected || what == sort::derived;
      body_ += pen_.stretch(what, planned ? look::planned : look::held, at, at + 30, y_);
    }
    y_ += 12;
  }

  picture const& p_;
  picture_options const& how_;
  picture_layout layout_;
  picture_pen pen_;
  palette const& c_;
  double width_;
  bool named_aside_ = false;
  double left_ = 0;
  double right_ = 0;
  double y_ = 0;
  double axis_top_ = 0;
  std::vector<axis_mark> marks_;
  std::string ground_, links_, body_;
  std::map<std::uint32_t, std::pair<double, double>> seen_;
  std::map<std::uint32_t, std::size_t> lane_of_;
  struct anchor {
    double from, to, y;
  };
  std::map<std::uint32_t, anchor> anchors_;  // where arrows begin and end
};

}  // namespace

std::string show_svg(dossier const& d, picture_options const& how) { return drawing{picture_of(d, how, picture_days::last), how}.text(); }

}  // namespace sinedie
