// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/dossier_file.hpp>

#include <algorithm>
#include <cstdio>
#include <utility>

#include <sinedie/error.hpp>

#include "exporting.hpp"
#include "json_places.hpp"
#include "json_writer.hpp"

namespace sinedie {

namespace {

using detail::json_writer;
using detail::layout;

// One step further in, for as long as it lives; where the way isn't of account, none.
class step {
 public:
  template <typename Key>
  step(std::string* pointer, Key const& key) : pointer_{pointer}, length_{pointer ? pointer->size() : 0} {
    if (pointer) detail::append_pointer(*pointer, key);
  }
  step(step const&) = delete;
  step& operator=(step const&) = delete;
  ~step() {
    if (pointer_) pointer_->resize(length_);
  }

 private:
  std::string* pointer_;
  std::size_t length_;
};

class dossier_writer {
 public:
  explicit dossier_writer(std::string& out) : out_{out} {}
  dossier_writer(std::string& out, std::size_t width) : out_{out, width} {}

  void write(event const& e) { put(e); }

  void write(dossier const& d) {
    begin({}, d.extensions());
    out_.open_object(layout::block).key("sinedie").number(1);
    if (d.as_of()) out_.key("as_of").string(day(*d.as_of()));
    text("title", d.title());
    text("note", d.note());
    std::vector<extension> const own = std::exchange(own_, {});
    section("parties", d.parties());
    section("venues", d.venues());
    section("series", d.series());
    section("events", d.events());
    section("documents", d.documents());
    section("reports", d.reports());
    begin({}, own);
    close_own();
    end();
  }

 private:
  [[nodiscard]] static std::string day(std::chrono::sys_days days) {
    std::chrono::year_month_day const date{days};
    int const year = static_cast<int>(date.year());
    if (year < 0 || year > 9999)
      detail::raise(errc::out_of_range,
                    "the day of knowledge is of the year " + std::to_string(year) + ", and a file has room for 0 to 9999");
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", year, static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return buffer;
  }

  // Only where members of the user's own stand matters where anything stands.
  [[nodiscard]] std::string* way() noexcept { return own_.empty() ? nullptr : &pointer_; }

  // Members of the user's own are written back where they stood; each must find its place.
  void begin(std::string_view what, std::vector<extension> own) {
    what_ = what;
    own_ = std::move(own);
    placed_ = 0;
    pointer_.clear();
  }
  void end() {
    if (placed_ == own_.size()) return;
    for (extension const& e : own_) {
      if (std::find(done_.begin(), done_.end(), e.pointer) == done_.end()) {
        detail::raise(errc::bad_argument, named() + ": the member " + detail::quoted(e.pointer) + " stands in nothing that is written");
      }
    }
  }
  [[nodiscard]] std::string named() const { return what_.empty() ? "the dossier" : detail::quoted(what_); }
  [[nodiscard]] bool own_at(std::string_view below) const {
    if (own_.empty()) return false;
    std::string const prefix = pointer_ + std::string{below} + '/';
    return std::any_of(own_.begin(), own_.end(), [&](extension const& e) { return e.pointer.starts_with(prefix); });
  }
  // Ends an object with the user's own members of it.
  void close_own() {
    for (extension const& e : own_) {
      std::size_t const slash = e.pointer.rfind('/');
      if (slash == std::string::npos || std::string_view{e.pointer}.substr(0, slash) != pointer_) continue;
      std::string key;
      for (std::size_t i = slash + 1; i < e.pointer.size(); ++i) {
        if (e.pointer[i] == '~' && i + 1 < e.pointer.size()) key += e.pointer[++i] == '1' ? '/' : '~';
        else key += e.pointer[i];
      }
      if (!key.starts_with("x-")) detail::raise(errc::bad_argument, named() + ": " + detail::quoted(key) + " doesn't begin with x-");
      out_.key(key).raw(e.json);
      done_.push_back(e.pointer);
      ++placed_;
    }
    out_.close();
  }

  void text(std::string_view key, localized const& t) {
    if (t.empty()) return;
    out_.key(key);
    text(t);
  }
  void text(localized const& t) {
    if (t.entries().size() == 1 && t.entries().front().language.empty()) {
      out_.string(t.entries().front().text);
      return;
    }
    out_.open_object();
    for (auto const& e : t.entries()) out_.key(e.language.empty() ? "und" : e.language).string(e.text);
    out_.close();
  }
  void words(std::string_view key, std::string const& text) {
    if (!text.empty()) out_.key(key).string(text);
  }
  template <typename Id>
  void id(std::string_view key, stated<Id> const& given) {
    if (given) out_.key(key).string(given->str());
  }
  template <typename Word>
  void word(std::string_view key, stated<Word> const& given) {
    if (given) out_.key(key).string(to_string(*given));
  }
  // A list of objects or texts; each item is written at its own pointer.
  template <typename List, typename Write>
  void list(std::string_view key, List const& items, Write write) {
    out_.key(key).open_array();
    step const in{way(), key};
    for (std::size_t i = 0; i < items.size(); ++i) {
      step const at{way(), i};
      write(items[i]);
    }
    out_.close();
  }
  void strings(std::string_view key, std::vector<std::string> const& items) {
    if (!items.empty()) list(key, items, [&](std::string const& s) { out_.string(s); });
  }
  template <typename Id>
  void ids(std::string_view key, std::vector<Id> const& items) {
    if (!items.empty()) list(key, items, [&](Id const& i) { out_.string(i.str()); });
  }

  void date(std::string_view key, stated<date_statement> const& given) {
    if (!given) return;
    out_.key(key);
    if (given->is_none()) {
      out_.null();
      return;
    }
    step const in{way(), key};
    time::dating const& when = *given->dating();
    bool const plain = when.stated_in() == time::calendar::gregorian && given->as_written().empty() && given->language().empty() &&
                       !given->basis() && !own_at({});
    if (plain) {
      out_.string(when.text());
      return;
    }
    out_.open_object().key("edtf").string(when.text());
    if (when.stated_in() == time::calendar::julian) out_.key("calendar").string("julian");
    if (when.stated_in() == time::calendar::unknown) out_.key("calendar").string("unknown");
    words("as_written", given->as_written());
    words("language", given->language());
    word("basis", given->basis());
    close_own();
  }

  void choice(venue_choice const& c) {
    bool const plain = c.kind == venue_choice::how::certain && !own_at({});
    if (plain) {
      out_.string(c.venues.front().str());
      return;
    }
    out_.open_object();
    switch (c.kind) {
      case venue_choice::how::certain: out_.key("venue").string(c.venues.front().str()); break;
      case venue_choice::how::possible: out_.key("venue").string(c.venues.front().str()).key("certainty").string("possible"); break;
      case venue_choice::how::one_of: ids("one_of", c.venues); break;
      case venue_choice::how::not_in: ids("not_in", c.venues); break;
    }
    close_own();
  }

  void fields(claim_fields const& f) {
    word("status", f.status);
    date("when", f.when);
    date("expected", f.expected);
    word("why_undated", f.why_undated);
    if (f.venues && f.venues->empty()) out_.key("venues").null();
    if (f.venues && !f.venues->empty()) list("venues", *f.venues, [&](venue_choice const& c) { choice(c); });
    if (f.parties) {
      list("parties", *f.parties, [&](participation const& p) {
        if (p.role.empty() && !p.on_behalf_of && !own_at({})) {
          out_.string(p.party.str());
          return;
        }
        out_.open_object().key("party").string(p.party.str());
        words("role", p.role);
        id("for", p.on_behalf_of);
        close_own();
      });
    }
    if (f.modes) list("modes", *f.modes, [&](mode m) { out_.string(to_string(m)); });
    if (f.by) list("by", *f.by, [&](party_id const& p) { out_.string(p.str()); });
    if (f.topics) list("topics", *f.topics, [&](std::string const& t) { out_.string(t); });
    if (f.series) {
      list("series", *f.series, [&](series_round const& r) {
        out_.open_object().key("id").string(r.series.str());
        if (r.round) out_.key("round").number(*r.round);
        close_own();
      });
    }
  }

  void range(stated<time::duration> const& least, stated<time::duration> const& most) {
    if (least) out_.key("at_least").string(least->text());
    if (most) out_.key("at_most").string(most->text());
  }

  void citing(std::vector<citation> const& items) {
    if (items.empty()) return;
    list("citing", items, [&](citation const& c) {
      if (auto const* const p = c.party()) {
        out_.string(p->str());
        return;
      }
      out_.open_object();
      if (auto const* const r = c.report()) out_.key("report").string(r->str());
      if (auto const* const u = c.unnamed()) {
        out_.key("unnamed");
        text(u->who);
        if (u->count) out_.key("count").number(*u->count);
      }
      close_own();
    });
  }

  void entry(party const& p) {
    word("kind", p.kind());
    text("name", p.name());
    strings("aliases", p.aliases());
    words("code", p.code());
    id("organ_of", p.organ_of());
    if (!p.offices().empty()) {
      list("offices", p.offices(), [&](office const& o) {
        out_.open_object().key("of").string(o.of.str());
        text("title", o.title);
        date("when", o.when);
        close_own();
      });
    }
    if (!p.memberships().empty()) {
      list("memberships", p.memberships(), [&](membership const& m) {
        out_.open_object().key("in").string(m.in.str());
        date("when", m.when);
        close_own();
      });
    }
    text("note", p.note());
  }

  void entry(venue const& v) {
    words("kind", v.kind());
    text("name", v.name());
    strings("aliases", v.aliases());
    id("in", v.in());
    id("premises_of", v.premises_of());
    if (v.at()) out_.key("at").open_array().number(v.at()->latitude).number(v.at()->longitude).close();
    words("zone", v.zone());
    text("note", v.note());
  }

  void entry(series const& s) {
    text("name", s.name());
    if (s.complete()) out_.key("complete").boolean(*s.complete());
  }

  void entry(event const& e) {
    words("kind", e.kind());
    text("title", e.title());
    fields(e.fields());
    if (e.lasting().at_least || e.lasting().at_most || own_at("/duration")) {
      step const in{way(), "duration"};
      out_.key("duration").open_object();
      range(e.lasting().at_least, e.lasting().at_most);
      close_own();
    }
    if (!e.relations().empty()) {
      list("relations", e.relations(), [&](relation const& r) {
        out_.open_object().key(to_string(r.kind)).string(r.other.str());
        range(r.gap.at_least, r.gap.at_most);
        close_own();
      });
    }
    if (!e.attributes().empty()) {
      out_.key("attributes").open_object();
      for (attribute const& a : e.attributes()) out_.key(a.key).string(a.value);
      out_.close();
    }
    text("note", e.note());
  }

  void entry(document const& d) {
    text("source", d.source());
    text("title", d.title());
    words("url", d.url());
    date("published", d.published());
    citing(d.citing());
  }

  void entry(report const& r) {
    id("document", r.document());
    text("source", r.source());
    words("url", r.url());
    date("published", r.published());
    word("kind", r.kind());
    word("rank", r.rank());
    citing(r.citing());
    date("said", r.said());
    id("about", r.about());
    claimed("says", r.says());
    claimed("denies", r.denies());
    ids("supersedes", r.supersedes());
    ids("retracts", r.retracts());
  }

  void claimed(std::string_view key, stated<claim> const& c) {
    if (!c) return;
    step const in{way(), key};
    out_.key(key).open_object();
    fields(c->fields());
    close_own();
  }

  template <typename Range>
  void section(std::string_view key, Range const& views) {
    if (views.empty()) return;
    out_.key(key).open_array(layout::block);
    for (auto const view : views) put(view.value());
    out_.close();
    done_.clear();
  }
  template <typename Entry>
  void put(Entry const& value) {
    done_.clear();
    begin(value.id().str(), value.extensions());
    out_.open_object().key("id").string(value.id().str());
    entry(value);
    close_own();
    end();
  }

  json_writer out_;
  std::string_view what_;       // the id of the entry that is being written; empty: the dossier
  std::string pointer_;         // inside the entry that is being written
  std::vector<extension> own_;  // of that entry
  std::size_t placed_ = 0;
  std::vector<std::string> done_;
};

}  // namespace

void detail::append_event_json(std::string& out, event const& e) {
  dossier_writer{out, detail::json_writer::one_line}.write(e);
}

std::string to_json(dossier const& d) {
  std::string text;
  dossier_writer{text}.write(d);
  return text;
}

}  // namespace sinedie
