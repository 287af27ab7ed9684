// SPDX-License-Identifier: BSL-1.0
#include "picture_data.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include <sinedie/io/display.hpp>
#include <sinedie/time/spell.hpp>

#include "json_writer.hpp"

namespace sinedie::detail {

namespace {

constexpr std::int64_t a_day = 86400;

class data_writer {
 public:
  data_writer(picture const& p, picture_options const& how) : p_{p}, how_{how} {}

  [[nodiscard]] std::string text() {
    out_.reserve(p_.events.size() * 160 + 4096);
    auto const window = axis_of(p_, how_);
    out_ += "{\"version\":1,\"lang\":";
    put(how_.language.starts_with("fr") ? "fr" : "en");
    member("lanes");
    constexpr std::string_view kinds[] = {"none", "party", "venue", "series", "topic"};
    put(kinds[static_cast<std::size_t>(how_.lanes.value_or(usual_lanes(p_)))]);
    member("window");
    out_ += '[' + days(window.from) + ',' + days(window.to) + ']';
    member("title");
    put(p_.title);
    member("note");
    put(p_.note);
    member("leftOut");
    out_ += std::to_string(p_.days_left_out);
    all_days();
    names("parties", p_.parties);
    names("venues", p_.venues);
    names("series", p_.series);
    member("topics");
    list(p_.topics, [&](std::string const& t) { put(sanitized(t)); });
    all_events();
    all_states();
    member("relations");
    list(p_.relations, [&](picture_relation const& r) {
      out_ += '[' + std::to_string(r.from) + ',' + std::to_string(r.to) + ',';
      put(to_string(r.kind));
      out_ += ',';
      put(sanitized(r.gap));
      out_ += r.rounds ? ",1]" : ",0]";
    });
    member("reports");
    list(p_.reports, [&](picture_report const& r) { one(r); });
    all_reasons();
    return std::move(out_) + '}';
  }

 private:
  /// A string that can end neither its quotes nor the element it stands in. `harmless` has gone through `sanitized`.
  void put(std::string_view harmless) {
    for (char const c : json_string(harmless)) {
      if (c == '<')
        out_ += "\\u003c";
      else
        out_ += c;
    }
  }
  void put(std::string const& harmless) { put(std::string_view{harmless}); }
  void put(char const* harmless) { put(std::string_view{harmless}); }
  void put(localized const& t) {
    auto const english = sanitized(t.get("en"));
    auto const french = sanitized(t.get("fr"));
    if (english == french) return put(english);
    out_ += '[';
    put(english);
    out_ += ',';
    put(french);
    out_ += ']';
  }
  void member(std::string_view name) { out_.append(",\"").append(name) += "\":"; }
  template <typename List, typename Item>
  void list(List const& items, Item item) {
    out_ += '[';
    bool first = true;
    for (auto const& i : items) {
      if (!first) out_ += ',';
      first = false;
      item(i);
    }
    out_ += ']';
  }

  /// To a millionth of a day, whatever the locale.
  [[nodiscard]] static std::string days(double seconds) {
    auto const millionths = std::llround(seconds / static_cast<double>(a_day) * 1e6);
    auto text = std::to_string(std::llabs(millionths / 1'000'000));
    if (auto const rest = std::llabs(millionths % 1'000'000); rest != 0) {
      auto digits = std::to_string(rest);
      digits.insert(0, 6 - digits.size(), '0');
      digits.erase(digits.find_last_not_of('0') + 1);
      text += '.' + digits;
    }
    return millionths < 0 ? '-' + text : text;
  }
  [[nodiscard]] static std::string days(time::instant i) {
    if (!i.is_bounded()) return "null";
    if (i.seconds() % a_day == 0) return std::to_string(i.seconds() / a_day);
    return days(std::clamp(static_cast<double>(i.seconds()), -7e17, 7e17));
  }
  [[nodiscard]] static bool is_one_day(std::vector<picture_bar> const& bars) {
    return bars.size() == 1 && bars[0].what == picture_bar::sort::solid && bars[0].from.is_bounded() &&
           bars[0].from.seconds() % a_day == 0 && bars[0].to == bars[0].from.plus(a_day);
  }

  void all_days() {
    member("days");
    list(p_.days, [&](picture_day const& d) { out_ += d.day ? days(time::instant::of(*d.day)) : "null"; });
    member("order");
    list(p_.days, [&](picture_day const& d) {
      bool same = d.order.size() == p_.events.size();
      for (std::uint32_t i = 0; same && i < d.order.size(); ++i) same = d.order[i] == i;
      if (same)
        out_ += '0';
      else
        list(d.order, [&](std::uint32_t e) { out_ += std::to_string(e); });
    });
    member("certain");
    list(p_.days, [&](picture_day const& d) {
      out_ += '"';
      for (auto const c : d.certainties) out_ += static_cast<char>('0' + static_cast<int>(c));
      out_ += '"';
    });
    std::unordered_map<std::string_view, std::uint32_t> at;
    for (std::uint32_t i = 0; i < p_.events.size(); ++i) at.emplace(p_.events[i].id, i);
    member("contradictions");
    list(p_.days, [&](picture_day const& d) {
      list(d.contradictions, [&](contradiction const& c) {
        out_ += "{\"events\":";
        list(c.events, [&](event_id const& e) { out_ += std::to_string(at.at(e.str())); });
        out_ += ",\"pairs\":[";
        bool first = true;
        for (auto const& s : c.statements) {
          if (!s.other) continue;
          if (!first) out_ += ',';
          first = false;
          out_ += '[' + std::to_string(at.at(s.event.str())) + ',' + std::to_string(at.at(s.other->str())) + ']';
        }
        out_ += "],\"statements\":";
        auto const place = static_cast<std::size_t>(&c - d.contradictions.data());
        if (place < d.clashes.size())
          list(d.clashes[place], [&](std::uint32_t s) { out_ += std::to_string(s); });
        else
          list(c.statements, [&](statement const& s) {
            stated(-1, at.at(s.event.str()), s.other ? at.at(s.other->str()) : no_name, no_name, s.report ? s.report->str() : "", s.text);
          });
        out_ += '}';
      });
    });
  }

  [[nodiscard]] static std::string number_or(std::uint32_t n, char const* none) { return n == no_name ? none : std::to_string(n); }

  /// Its kind (-1: not told), event, other event and report (-1: none; a report that isn't listed, by its id) and its words.
  void stated(int kind, std::uint32_t event, std::uint32_t other, std::uint32_t report, std::string const& id, localized const& words) {
    out_ += '[' + std::to_string(kind) + ',' + std::to_string(event) + ',' + number_or(other, "-1") + ',';
    if (report == no_name && !id.empty()) put(sanitized(id));
    else out_ += number_or(report, "-1");
    out_ += ',';
    put(words);
    out_ += ']';
  }

  void by_number(std::vector<std::pair<std::uint32_t, std::vector<std::uint32_t>>> const& lists) {
    out_ += '{';
    for (auto const& [key, numbers] : lists) {
      out_.append(out_.back() == '{' ? "\"" : ",\"").append(std::to_string(key)) += "\":";
      list(numbers, [&](std::uint32_t s) { out_ += std::to_string(s); });
    }
    out_ += '}';
  }

  /// A step is a statement by its number, with the limit from which it follows if there is one; -2 for the other point of the same event,
  /// -1 for none.
  void all_reasons() {
    member("statements");
    list(p_.statements, [&](picture_statement const& s) {
      stated(static_cast<int>(s.kind), s.event, s.other, s.report, s.reported, s.text);
    });
    member("rests");
    list(p_.days, [&](picture_day const& d) { by_number(d.rests_on); });
    member("shorter");
    list(p_.days, [&](picture_day const& d) { by_number(d.shorter); });
    member("whyLastOnly");
    out_ += p_.why_on_last_day_only ? '1' : '0';
    member("why");
    out_ += "{\"e\":";
    list(p_.why, [&](picture_why const& w) { out_ += std::to_string(w.event); });
    member("since");
    list(p_.why, [&](picture_why const& w) { out_ += std::to_string(w.since); });
    // Each limit as the axis has it: a latest second is told by where it ends.
    member("limits");
    list(p_.why, [&](picture_why const& w) {
      for (std::size_t i = 0; i < 4; ++i) out_.append(i == 0 ? "" : ",") += days(i % 2 == 0 ? w.limits[i] : w.limits[i].plus(1));
    });
    member("steps");
    list(p_.why, [&](picture_why const& w) {
      for (std::size_t i = 0; i < 4; ++i) {
        auto const& s = w.steps[i];
        if (i > 0) out_ += ',';
        if (s.by == no_name) out_ += s.from == no_name ? "-1" : "-2";
        else if (s.from == no_name) out_ += std::to_string(s.by);
        else out_ += '[' + std::to_string(s.by) + ',' + std::to_string(s.from) + ']';
      }
    });
    out_ += '}';
  }

  void names(std::string_view what, std::vector<picture_name> const& all) {
    member(what);
    list(all, [&](picture_name const& n) {
      out_ += '[';
      put(sanitized(n.id));
      out_ += ',';
      put(n.name);
      out_ += n.within == no_name ? ",-1" : ',' + std::to_string(n.within);
      if (!n.aliases.empty()) {
        out_ += ',';
        list(n.aliases, [&](std::string const& a) { put(sanitized(a)); });
      }
      out_ += ']';
    });
  }

  void all_events() {
    member("events");
    out_ += "{\"id\":";
    list(p_.events, [&](picture_event const& e) { put(sanitized(e.id)); });
    member("title");
    list(p_.events, [&](picture_event const& e) { put(e.title); });
    std::vector<std::string_view> kinds;
    std::unordered_map<std::string_view, std::size_t> known;
    member("kind");
    list(p_.events, [&](picture_event const& e) {
      auto const [found, isnew] = known.try_emplace(e.kind, kinds.size());
      if (isnew) kinds.push_back(e.kind);
      out_ += std::to_string(found->second);
    });
    member("kinds");
    list(kinds, [&](std::string_view k) { put(sanitized(k)); });
    member("note");
    out_ += "{\"\":0";
    for (std::size_t i = 0; i < p_.events.size(); ++i) {
      if (p_.events[i].note.empty()) continue;
      member(std::to_string(i));
      put(p_.events[i].note);
    }
    out_ += "}}";
  }

  /// Events that are never shown have no state at all; then the states' events are written out.
  void all_states() {
    bool plain = p_.days.size() == 1;
    for (auto const& e : p_.events) plain = plain && e.states.size() == 1;
    std::vector<std::string> casts;
    std::unordered_map<std::string, std::size_t> known;
    auto const column = [&](std::string_view name, auto cell) {
      member(name);
      out_ += '[';
      bool first = true;
      for (std::uint32_t i = 0; i < p_.events.size(); ++i)
        for (auto const& s : p_.events[i].states) {
          if (!first) out_ += ',';
          first = false;
          cell(i, s);
        }
      out_ += ']';
    };
    member("states");
    out_ += "{\"plain\":" + std::string{plain ? "1" : "0"};
    if (plain) {
      out_ += ",\"e\":0,\"since\":0";
    } else {
      column("e", [&](std::uint32_t i, picture_state const&) { out_ += std::to_string(i); });
      column("since", [&](std::uint32_t, picture_state const& s) { out_ += std::to_string(s.since); });
    }
    column("status", [&](std::uint32_t, picture_state const& s) {
      out_ += !s.shown ? "-2" : !s.status ? "-1" : std::to_string(static_cast<int>(*s.status));
    });
    column("flags", [&](std::uint32_t, picture_state const& s) {
      std::uint32_t bits = 0;
      for (auto const f : s.flags) bits |= 1U << static_cast<unsigned>(f);
      out_ += std::to_string(bits);
    });
    column("bars", [&](std::uint32_t, picture_state const& s) {
      if (is_one_day(s.bars)) {
        out_ += days(s.bars[0].from);
        return;
      }
      list(s.bars, [&](picture_bar const& b) { out_ += std::to_string(static_cast<int>(b.what)) + ',' + days(b.from) + ',' + days(b.to); });
    });
    column("stated", [&](std::uint32_t, picture_state const& s) {
      if (is_one_day(s.bars) && s.stated == time::to_day_string(s.bars[0].from))
        out_ += '0';
      else
        put(sanitized(s.stated));
    });
    column("cast", [&](std::uint32_t, picture_state const& s) {
      auto const [found, isnew] = known.try_emplace(cast_of(s), casts.size());
      if (isnew) casts.push_back(found->first);
      out_ += std::to_string(found->second);
    });
    // Few states are disputed: by their numbers.
    member("disputes");
    out_ += "{\"\":0";
    std::size_t number = 0;
    for (auto const& e : p_.events)
      for (auto const& s : e.states) {
        if (!s.disputes.empty()) {
          member(std::to_string(number));
          list(s.disputes, [&](picture_dispute const& d) {
            out_ += '[';
            put(d.field);
            out_ += ',';
            list(d.reports, [&](std::uint32_t r) { out_ += std::to_string(r); });
            out_ += ']';
          });
        }
        ++number;
      }
    out_ += "}}";
    member("casts");
    list(casts, [&](std::string const& c) { out_ += c; });
  }
  /// Parties, venues, series, topics, modes; lists at the end are left out where they are empty. Of a part only its number, where
  /// nothing else is to be said: a party in its own lane, a certain venue, no round.
  [[nodiscard]] std::string cast_of(picture_state const& s) const {
    std::vector<std::string> lists;
    auto const parts = [&](std::vector<picture_part> const& all, auto more, auto usual) {
      std::string made;
      for (auto const& part : all) {
        made += (made.empty() ? "" : ",");
        if (more(part) == usual(part))
          made += std::to_string(part.index);
        else
          made += '[' + std::to_string(part.index) + ',' + std::to_string(more(part)) + ']';
      }
      lists.push_back(std::move(made));
    };
    parts(
        s.parties, [](picture_part const& x) { return x.lane; }, [](picture_part const& x) { return x.index; });
    parts(
        s.venues, [](picture_part const& x) { return x.certain ? 1U : 0U; }, [](picture_part const&) { return 1U; });
    parts(
        s.series, [](picture_part const& x) { return x.round; }, [](picture_part const&) { return 0U; });
    std::string topics;
    for (auto const t : s.topics) topics += (topics.empty() ? "" : ",") + std::to_string(t);
    std::string modes;
    for (auto const m : s.modes) modes += (modes.empty() ? "" : ",") + std::to_string(static_cast<int>(m));
    lists.push_back(std::move(topics));
    lists.push_back(std::move(modes));
    while (!lists.empty() && lists.back().empty()) lists.pop_back();
    std::string made = "[";
    for (auto const& l : lists) made += (made.size() == 1 ? "[" : ",[") + l + ']';
    return made + ']';
  }

  void one(picture_report const& r) {
    out_ += "{\"id\":";
    put(sanitized(r.id));
    member("event");
    out_ += std::to_string(r.event);
    member("source");
    put(r.source);
    member("title");
    put(r.title);
    for (auto const& [name, value] : {std::pair{"url", &r.url}, std::pair{"published", &r.published}, std::pair{"said", &r.said},
                                      std::pair{"kind", &r.kind}, std::pair{"rank", &r.rank}}) {
      member(name);
      put(sanitized(*value));
    }
    member("cites");
    list(r.cites, [&](localized const& c) { put(c); });
    auto const fields = [&](auto const& said) {
      list(said, [&](auto const& field) {
        out_ += '[';
        put(field.first);
        out_ += ',';
        put(sanitized(field.second));
        out_ += ']';
      });
    };
    member("says");
    fields(r.says);
    member("denies");
    if (r.denies.empty())
      out_ += "null";
    else if (r.denies[0].first.empty())
      out_ += "[]";
    else
      fields(r.denies);
    out_ += '}';
  }

  picture const& p_;
  picture_options const& how_;
  std::string out_;
};

}  // namespace

std::string picture_data(picture const& p, picture_options const& how) { return data_writer{p, how}.text(); }

}  // namespace sinedie::detail
