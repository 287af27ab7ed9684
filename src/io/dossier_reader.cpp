// SPDX-License-Identifier: BSL-1.0
#include "dossier_draft.hpp"

#include <functional>
#include <map>
#include <set>

#include <sinedie/detail/share_out.hpp>

#include "json_reading.hpp"

namespace sinedie::detail {

namespace {

using word_list = std::span<std::string_view const>;

constexpr std::array<std::string_view, 10> dossier_members{"sinedie", "as_of", "title", "note", "parties", "venues",
                                                           "series", "events", "documents", "reports"};
constexpr std::array<std::string_view, 9> party_members{"id",       "kind",    "name",        "aliases", "code",
                                                        "organ_of", "offices", "memberships", "note"};
constexpr std::array<std::string_view, 3> office_members{"of", "title", "when"};
constexpr std::array<std::string_view, 2> membership_members{"in", "when"};
constexpr std::array<std::string_view, 9> venue_members{"id", "kind", "name", "aliases", "in", "premises_of", "at", "zone", "note"};
constexpr std::array<std::string_view, 3> series_members{"id", "name", "complete"};
// What events and claims share stands first, in this order.
enum class shared : std::size_t { status, when, expected, why_undated, venues, parties, modes, topics, series };
constexpr std::size_t shared_members = 9;
constexpr std::array<std::string_view, 16> event_members{"status", "when", "expected", "why_undated", "venues", "parties",
                                                         "modes", "topics", "series", "id", "kind", "title",
                                                         "duration", "relations", "attributes", "note"};
constexpr std::array<std::string_view, 10> claim_members{"status", "when", "expected", "why_undated", "venues",
                                                         "parties", "modes", "topics", "series", "by"};
static_assert(std::equal(event_members.begin(), event_members.begin() + shared_members, claim_members.begin()));
constexpr std::array<std::string_view, 6> document_members{"id", "source", "title", "url", "published", "citing"};
constexpr std::array<std::string_view, 14> report_members{"id",    "document", "kind",   "rank",       "citing",   "said",      "about",
                                                          "says",  "denies",   "supersedes", "retracts", "published", "source", "url"};
constexpr std::array<std::string_view, 5> date_members{"edtf", "calendar", "as_written", "language", "basis"};
constexpr std::array<std::string_view, 3> participation_members{"party", "role", "for"};
constexpr std::array<std::string_view, 4> venue_choice_members{"venue", "certainty", "one_of", "not_in"};
constexpr std::array<std::string_view, 2> round_members{"id", "round"};
constexpr std::array<std::string_view, 2> range_members{"at_least", "at_most"};
constexpr std::array<std::string_view, 3> citation_members{"report", "unnamed", "count"};
constexpr std::array<std::string_view, 3> calendar_words{"gregorian", "julian", "unknown"};
constexpr std::array<std::string_view, 2> certainty_words{"certain", "possible"};

constexpr auto relation_members = [] {
  std::array<std::string_view, relation_words.size() + 2> list{};
  std::copy(relation_words.begin(), relation_words.end(), list.begin());
  list[relation_words.size()] = "at_least";
  list[relation_words.size() + 1] = "at_most";
  return list;
}();

class dossier_reader {
 public:
  dossier_reader(std::string_view text, reading const& how, scrutiny how_closely) : in_{text, how, how_closely} {}
  explicit dossier_reader(json_reading in) : in_{std::move(in)} {}

  /// Nothing where a quick look wasn't enough.
  [[nodiscard]] std::optional<dossier_draft> run() {
    dossier_draft out;
    if (in_.is_json()) {
      json_step const root;
      in_.entry(root);
      out.complete = true;
      read_dossier(root, out);
      out.complete = out.complete && !in_.full();
    }
    if (in_.doubtful()) return std::nullopt;
    out.problems = in_.take_problems();
    out.kept = std::move(kept_);
    return out;
  }

 private:
  // What is read into a builder may throw: its problems become ours, at the place of the value.
  template <typename Read>
  void attempt(json_step const& at, Read read) {
    try {
      read();
    } catch (error const& e) {
      for (problem const& p : e.problems()) in_.complain(at, p);
    }
  }

  template <typename Id>
  [[nodiscard]] std::optional<Id> id(json_value v, json_step const& at) {
    std::string_view text;
    if (v.get(text) != simdjson::SUCCESS) {
      in_.wrong(v, at, (Id::kind == std::string_view{"event"} ? "the id of an " : "the id of a ") + std::string{Id::kind});
      return std::nullopt;
    }
    auto parsed = Id::try_parse(text);
    if (parsed) return *std::move(parsed);
    in_.complain(at, parsed.error());
    return std::nullopt;
  }

  // An id of another entry of the same sort: not the entry's own.
  template <typename Id>
  [[nodiscard]] std::optional<Id> other(json_value v, json_step const& at, std::string_view self, std::string_view what) {
    auto found = id<Id>(v, at);
    if (!found || self.empty() || found->str() != self) return found;
    problem p;
    p.code = errc::self_reference;
    p.found = self;
    p.expected = "another " + std::string{Id::kind};
    p.message = std::string{Id::kind} + ' ' + detail::quoted(self) + " can't " + std::string{what} + " itself";
    in_.complain(at, std::move(p));
    return std::nullopt;
  }

  // Calls `read(value, step)` for each item of a list that ends up in an entry. It says whether it kept the item: where one was
  // dropped, the numbers in the entry are no longer those of the file, and that is noted.
  template <typename Read>
  void items(json_value v, json_step const& at, std::string_view wanted, Read read) {
    std::optional<std::vector<std::uint32_t>> kept;
    in_.list(v, at, wanted, [&](json_value item, json_step const& here) {
      auto const number = static_cast<std::uint32_t>(here.item);
      bool const taken = read(item, here);
      if (!taken && !kept) {
        kept.emplace();
        for (std::uint32_t i = 0; i < number; ++i) kept->push_back(i);
      } else if (taken && kept) {
        kept->push_back(number);
      }
    });
    if (kept) kept_.insert_or_assign(at.pointer(), *std::move(kept));
  }

  template <typename Id>
  [[nodiscard]] std::vector<Id> ids(json_value v, json_step const& at, bool once = false) {
    std::vector<Id> list;
    items(v, at, "a list of ids", [&](json_value item, json_step const& here) {
      auto one = id<Id>(item, here);
      if (!one) return false;
      if (once && std::find(list.begin(), list.end(), *one) != list.end()) return twice(here, one->str());
      list.push_back(*std::move(one));
      return true;
    });
    return list;
  }

  bool twice(json_step const& at, std::string_view what) {
    problem p;
    p.code = errc::conflict;
    p.found = what;
    p.expected = "each only once";
    p.message = detail::quoted(what) + " stands twice in this list";
    in_.complain(at, std::move(p));
    return false;
  }

  [[nodiscard]] std::optional<localized> text(json_value v, json_step const& at) {
    if (std::string_view plain; v.get(plain) == simdjson::SUCCESS) return localized{plain};
    if (!v.is_object()) {
      in_.wrong(v, at, "a text, or an object with the text in several languages,");
      return std::nullopt;
    }
    localized all;
    bool good = true;
    std::vector<std::pair<std::string_view, std::string>> tagged;
    in_.map(v, at, "an object", [&](std::string_view key, json_value value, json_step const& here) {
      auto said = in_.string(value, here, "a text");
      if (!said) good = false;
      else if (key == "und") all = localized{*said};  // in no language that anybody names: as a plain string
      else tagged.emplace_back(key, *std::move(said));
    });
    for (auto const& [key, said] : tagged) {
      json_step const here{&at, key, nowhere};
      auto bad = why_no_language(key);
      if (bad) {
        in_.complain_of(here, *std::move(bad), true);
        good = false;
      } else {
        attempt(here, [&, language = key, &words_said = said] { all.in(language, words_said); });
      }
    }
    if (good && all.empty()) {
      in_.complain(at, errc::empty, "a text in no language at all", "at least one language");
      good = false;
    }
    return good ? std::optional{std::move(all)} : std::nullopt;
  }

  [[nodiscard]] std::optional<time::dating> dating(json_value v, json_step const& at, time::calendar calendar) {
    std::string_view text;
    if (v.get(text) != simdjson::SUCCESS) {
      in_.wrong(v, at, "an EDTF expression");
      return std::nullopt;
    }
    auto parsed = time::dating::try_parse(text, calendar);
    if (parsed) return *std::move(parsed);
    in_.complain(at, parsed.error());
    return std::nullopt;
  }

  // Room for the items of a list.
  template <typename Item>
  static void make_room(std::vector<Item>& list, json_value v) {
    if (simdjson::dom::array items; v.get(items) == simdjson::SUCCESS) list.reserve(std::min<std::size_t>(items.size(), 1024));
  }

  [[nodiscard]] std::optional<date_statement> date(json_value v, json_step const& at) {
    if (v.is_null()) return date_statement::none();
    if (v.is_string()) {
      auto d = dating(v, at, time::calendar::gregorian);
      return d ? std::optional<date_statement>{*std::move(d)} : std::nullopt;
    }
    if (!v.is_object()) {
      in_.wrong(v, at, "a date (an EDTF string, null, or an object with \"edtf\")");
      return std::nullopt;
    }
    std::optional<json_value> edtf;
    auto calendar = time::calendar::gregorian;
    std::string as_written;
    std::string language;
    std::optional<basis> on;
    in_.object(v, at, "a date", date_members, [&](std::string_view key, json_value value, json_step const& here) {
      if (key == "edtf") {
        edtf = value;
      } else if (key == "calendar") {
        if (auto const w = in_.word(value, here, calendar_words)) calendar = static_cast<time::calendar>(*w);
      } else if (key == "as_written") {
        if (auto s = in_.string(value, here)) as_written = *std::move(s);
      } else if (key == "language") {
        if (auto s = in_.string(value, here)) {
          if (auto bad = why_no_language(*s)) in_.complain(here, *std::move(bad));
          language = *std::move(s);
        }
      } else if (auto const w = in_.word(value, here, words<basis>())) {
        on = static_cast<basis>(*w);
      }
    });
    if (!edtf) {
      in_.missing(at, "edtf");
      return std::nullopt;
    }
    auto d = dating(*edtf, json_step{&at, "edtf", nowhere}, calendar);
    if (!d) return std::nullopt;
    date_statement statement{*std::move(d)};
    statement.as_written(std::move(as_written), std::move(language)).on_basis(on);
    return statement;
  }

  [[nodiscard]] std::optional<time::duration> duration(json_value v, json_step const& at) {
    std::string_view written;
    if (v.get(written) != simdjson::SUCCESS) {
      in_.wrong(v, at, "an ISO 8601 duration such as \"P1D\"");
      return std::nullopt;
    }
    auto parsed = time::duration::try_parse(written);
    if (parsed) return *std::move(parsed);
    in_.complain(at, parsed.error());
    return std::nullopt;
  }

  template <typename Enum>
  [[nodiscard]] std::optional<Enum> word(json_value v, json_step const& at, word_list list = words<Enum>()) {
    auto const place = in_.word(v, at, list);
    return place ? std::optional{static_cast<Enum>(*place)} : std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> strings(json_value v, json_step const& at) {
    std::vector<std::string> list;
    in_.list(v, at, "a list of texts", [&](json_value item, json_step const& here) {
      if (auto s = in_.string(item, here, "a text")) list.push_back(*std::move(s));
    });
    return list;
  }

  [[nodiscard]] std::vector<participation> participations(json_value v, json_step const& at) {
    std::vector<participation> list;
    make_room(list, v);
    items(v, at, "a list of parties", [&](json_value item, json_step const& here) {
      if (item.is_string()) {
        if (auto p = id<party_id>(item, here)) return list.push_back({*std::move(p)}), true;
        return false;
      }
      std::optional<party_id> party;
      std::optional<party_id> on_behalf_of;
      std::string role;
      bool named = false;
      bool const is_object = in_.object(item, here, "the id of a party, or an object with \"party\"", participation_members,
                                        [&](std::string_view key, json_value value, json_step const& step) {
                                          if (key == "party") {
                                            named = true;
                                            party = id<party_id>(value, step);
                                          } else if (key == "for") {
                                            on_behalf_of = id<party_id>(value, step);
                                          } else if (auto s = in_.string(value, step)) {
                                            role = *std::move(s);
                                          }
                                        });
      if (is_object && !named) in_.missing(here, "party");
      if (!party) return false;
      list.push_back({*std::move(party), std::move(role), std::move(on_behalf_of)});
      return true;
    });
    return list;
  }

  [[nodiscard]] std::optional<venue_choice> venue_object(json_value v, json_step const& at) {
    std::optional<venue_choice> choice;
    auto how = venue_choice::how::certain;
    std::string_view given;
    std::string_view certainty;
    in_.object(v, at, "a venue", venue_choice_members, [&](std::string_view key, json_value value, json_step const& here) {
      if (key == "certainty") {
        certainty = key;
        if (auto const w = in_.word(value, here, certainty_words)) how = static_cast<venue_choice::how>(*w);
        return;
      }
      if (!given.empty()) {
        in_.complain(here, errc::conflict, detail::quoted(given) + " and " + detail::quoted(key) + " can't stand together",
                     "one of them", true);
        return;
      }
      given = key;
      if (key == "venue") {
        if (auto one = id<venue_id>(value, here)) choice = venue_choice::certain(*std::move(one));
        return;
      }
      auto several = ids<venue_id>(value, here, true);
      if (several.empty() && value.is_array() && value.get_array().size() == 0) {
        in_.complain(here, errc::missing_member, "a list of venues without a venue", "at least one venue");
      }
      if (!several.empty())
        choice = key == "one_of" ? venue_choice::one_of(std::move(several)) : venue_choice::not_in(std::move(several));
    });
    if (given.empty()) in_.missing(at, "venue");
    if (!certainty.empty() && (given == "one_of" || given == "not_in")) {
      in_.complain(json_step{&at, certainty, nowhere}, errc::conflict, "\"certainty\" goes with \"venue\" only", "\"venue\"", true);
    }
    if (choice && given == "venue") choice->kind = how;
    return choice;
  }

  [[nodiscard]] std::vector<venue_choice> venues(json_value v, json_step const& at) {
    std::vector<venue_choice> list;
    if (v.is_null()) return list;
    items(v, at, "a list of venues, or null,", [&](json_value item, json_step const& here) {
      std::size_t const before = list.size();
      if (item.is_object()) {
        if (auto choice = venue_object(item, here)) list.push_back(*std::move(choice));
      } else if (item.is_string()) {
        if (auto one = id<venue_id>(item, here)) list.push_back(venue_choice::certain(*std::move(one)));
      } else {
        in_.wrong(item, here, "the id of a venue, or an object with \"venue\", \"one_of\" or \"not_in\"");
      }
      return list.size() != before;
    });
    return list;
  }

  [[nodiscard]] std::vector<series_round> rounds(json_value v, json_step const& at) {
    std::vector<series_round> list;
    items(v, at, "a list of objects with \"id\" and \"round\"", [&](json_value item, json_step const& here) {
      std::optional<series_id> series;
      std::optional<std::uint32_t> round;
      bool named = false;
      bool const is_object = in_.object(item, here, "an object with \"id\" and \"round\"", round_members,
                                        [&](std::string_view key, json_value value, json_step const& step) {
                                          if (key == "id") {
                                            named = true;
                                            series = id<series_id>(value, step);
                                          } else {
                                            round = in_.count(value, step);
                                          }
                                        });
      if (is_object && !named) in_.missing(here, "id");
      if (!series) return false;
      list.push_back({*std::move(series), round});
      return true;
    });
    return list;
  }

  // The members that events and claims share.
  void field(shared which, json_value v, json_step const& at, claim_fields& out) {
    switch (which) {
      case shared::status: out.status = word<status>(v, at, status_words); break;
      case shared::when: out.when = date(v, at); break;
      case shared::expected: out.expected = date(v, at); break;
      case shared::why_undated: out.why_undated = word<why_undated>(v, at); break;
      case shared::venues: out.venues = venues(v, at); break;
      case shared::parties: out.parties = participations(v, at); break;
      case shared::modes: out.modes = modes(v, at); break;
      case shared::topics: out.topics = strings(v, at); break;
      case shared::series: out.series = rounds(v, at); break;
    }
  }

  [[nodiscard]] std::vector<mode> modes(json_value v, json_step const& at) {
    std::vector<mode> list;
    in_.list(v, at, "a list of modes", [&](json_value item, json_step const& here) {
      auto const m = word<mode>(item, here);
      if (!m) return;
      if (std::find(list.begin(), list.end(), *m) == list.end()) list.push_back(*m);
      else twice(here, to_string(*m));
    });
    return list;
  }

  [[nodiscard]] std::optional<claim> read_claim(json_value v, json_step const& at) {
    claim_fields fields;
    bool const is_object =
        in_.object(v, at, "an object", claim_members, [&](std::size_t which, json_value value, json_step const& here) {
          if (which < shared_members) field(static_cast<shared>(which), value, here, fields);
          else fields.by = ids<party_id>(value, here, true);
        });
    if (!is_object) return std::nullopt;
    claim c;
    c.describe(std::move(fields));
    return c;
  }

  // At least and at most: a gap, or how long something lasts.
  struct range {
    std::optional<time::duration> at_least = {};
    std::optional<time::duration> at_most = {};
    void read(dossier_reader& reader, std::string_view key, json_value v, json_step const& at) {
      (key == "at_least" ? at_least : at_most) = reader.duration(v, at);
    }
  };
  [[nodiscard]] bool holds(range const& r, json_step const& at) {
    if (!r.at_least || !r.at_most || r.at_least->seconds_min() <= r.at_most->seconds_max()) return true;
    in_.complain(at, errc::reversed,
                 "at least " + detail::quoted(r.at_least->text()) + " and at most " + detail::quoted(r.at_most->text()) +
                     " can't both hold",
                 "no less than " + std::string{r.at_least->text()});
    return false;
  }

  [[nodiscard]] bool read_relation(json_value v, json_step const& at, event& out) {
    std::optional<relation_kind> kind;
    std::optional<event_id> target;
    range r;
    bool const is_object = in_.object(
        v, at, "an object such as {\"after\": id}", relation_members,
        [&](std::string_view key, json_value value, json_step const& here) {
          if (key == "at_least" || key == "at_most") {
            r.read(*this, key, value, here);
          } else if (kind) {
            in_.complain(here, errc::conflict,
                         "a relation is of one kind, and this one is " + detail::quoted(to_string(*kind)) + " already",
                         "one kind", true);
          } else {
            kind = to_relation_kind(key);
            target = other<event_id>(value, here, out.id().str(), "be related to");
          }
        });
    if (!is_object) return false;
    if (!kind)
      in_.complain(at, errc::missing_member, "the relation doesn't say how it stands to which event", "a member such as \"after\"");
    if (!kind || !target || !holds(r, at)) return false;
    bool const measured = *kind == relation_kind::before || *kind == relation_kind::after || *kind == relation_kind::follows_up ||
                          *kind == relation_kind::prepares;
    if (!measured && (r.at_least || r.at_most)) {
      in_.complain(at, errc::conflict,
                   "a gap goes with before, after, follows_up and prepares, not with " + std::string{to_string(*kind)},
                   "no gap");
      r = {};
    }
    out.related(*kind, *std::move(target), gap{std::move(r.at_least), std::move(r.at_most)});
    return true;
  }

  [[nodiscard]] std::vector<citation> citations(json_value v, json_step const& at, std::string_view self) {
    std::vector<citation> list;
    items(v, at, "a list of those who are cited", [&](json_value item, json_step const& here) {
      if (item.is_string()) {
        if (auto p = id<party_id>(item, here)) return list.emplace_back(*std::move(p)), true;
        return false;
      }
      std::optional<report_id> cited;
      std::optional<localized> who;
      std::optional<std::uint32_t> number;
      std::set<std::string_view> given;
      bool const is_object = in_.object(item, here, "the id of a party, or an object with \"report\" or \"unnamed\"", citation_members,
                                        [&](std::string_view key, json_value value, json_step const& step) {
                                          given.insert(key);
                                          if (key == "report") cited = other<report_id>(value, step, self, "cite");
                                          else if (key == "unnamed") who = text(value, step);
                                          else number = in_.count(value, step);
                                        });
      if (!is_object) return false;
      if (given.contains("report") && given.size() > 1) {
        in_.complain(
            here, errc::conflict,
            "\"report\" stands alone, without " + detail::quoted(*std::next(given.begin(), *given.begin() == "report" ? 1 : 0)),
            "\"report\" or \"unnamed\"");
      } else if (!given.contains("report") && !given.contains("unnamed")) {
        in_.missing(here, given.empty() ? "report\" or \"unnamed" : "unnamed");
      }
      if (cited) return list.emplace_back(*std::move(cited)), true;
      if (who) return list.emplace_back(unnamed{*std::move(who), number}), true;
      return false;
    });
    return list;
  }

  [[nodiscard]] bool read_office(json_value v, json_step const& at, party& out) {
    std::optional<party_id> of;
    office o{party_id{"-"}};
    bool named = false;
    bool const is_object = in_.object(v, at, "an object with \"of\", \"title\" and \"when\"", office_members,
                                      [&](std::string_view key, json_value value, json_step const& here) {
                                        if (key == "of") {
                                          named = true;
                                          of = other<party_id>(value, here, out.id().str(), "hold an office in");
                                        } else if (key == "title") {
                                          if (auto t = text(value, here)) o.title = *std::move(t);
                                        } else {
                                          o.when = date(value, here);
                                        }
                                      });
    if (is_object && !named) in_.missing(at, "of");
    if (!of) return false;
    o.of = *std::move(of);
    out.office(std::move(o));
    return true;
  }

  [[nodiscard]] bool read_membership(json_value v, json_step const& at, party& out) {
    std::optional<party_id> in;
    std::optional<date_statement> when;
    bool named = false;
    bool const is_object = in_.object(v, at, "an object with \"in\" and \"when\"", membership_members,
                                      [&](std::string_view key, json_value value, json_step const& here) {
                                        if (key == "in") {
                                          named = true;
                                          in = other<party_id>(value, here, out.id().str(), "be a member of");
                                        } else {
                                          when = date(value, here);
                                        }
                                      });
    if (is_object && !named) in_.missing(at, "in");
    if (!in) return false;
    out.member_of({*std::move(in), std::move(when)});
    return true;
  }

  void member(std::string_view key, json_value v, json_step const& at, party& out) {
    if (key == "kind") {
      if (auto const k = word<party_kind>(v, at)) out.kind(*k);
    } else if (key == "name") {
      if (auto t = text(v, at)) out.name(*std::move(t));
    } else if (key == "aliases") {
      for (std::string& a : strings(v, at)) out.alias(std::move(a));
    } else if (key == "code") {
      if (auto s = in_.string(v, at)) attempt(at, [&] { out.code(*s); });
    } else if (key == "organ_of") {
      if (auto p = other<party_id>(v, at, out.id().str(), "be an organ of")) out.organ_of(*std::move(p));
    } else if (key == "offices") {
      items(v, at, "a list of offices", [&](json_value item, json_step const& here) { return read_office(item, here, out); });
    } else if (key == "memberships") {
      items(v, at, "a list of memberships", [&](json_value item, json_step const& here) { return read_membership(item, here, out); });
    } else if (key == "note") {
      if (auto t = text(v, at)) out.note(*std::move(t));
    }
  }

  void member(std::string_view key, json_value v, json_step const& at, venue& out) {
    if (key == "kind") {
      if (auto s = in_.string(v, at)) attempt(at, [&] { out.kind(*s); });
    } else if (key == "name") {
      if (auto t = text(v, at)) out.name(*std::move(t));
    } else if (key == "aliases") {
      for (std::string& a : strings(v, at)) out.alias(std::move(a));
    } else if (key == "in") {
      if (auto outer = other<venue_id>(v, at, out.id().str(), "lie in")) out.in(*std::move(outer));
    } else if (key == "premises_of") {
      if (auto p = id<party_id>(v, at)) out.premises_of(*std::move(p));
    } else if (key == "at") {
      simdjson::dom::array pair;
      if (v.get(pair) != simdjson::SUCCESS || pair.size() != 2) {
        if (v.is_array())
          in_.complain(at, errc::wrong_type, "coordinates are two numbers, not " + std::to_string(pair.size()),
                       "[latitude, longitude]");
        else in_.wrong(v, at, "[latitude, longitude]");
        return;
      }
      auto const latitude = in_.number(pair.at(0).value(), json_step{&at, {}, 0});
      auto const longitude = in_.number(pair.at(1).value(), json_step{&at, {}, 1});
      if (latitude && longitude) attempt(at, [&] { out.at(coordinates{*latitude, *longitude}); });
    } else if (key == "zone") {
      if (auto s = in_.string(v, at)) out.zone(*std::move(s));
    } else if (key == "note") {
      if (auto t = text(v, at)) out.note(*std::move(t));
    }
  }

  void member(std::string_view key, json_value v, json_step const& at, series& out) {
    if (key == "name") {
      if (auto t = text(v, at)) out.name(*std::move(t));
    } else if (key == "complete") {
      if (auto const b = in_.boolean(v, at)) out.complete(*b);
    }
  }

  void member(std::string_view key, json_value v, json_step const& at, event& out) {
    if (key == "kind") {
      if (auto s = in_.string(v, at)) attempt(at, [&] { out.kind(*s); });
    } else if (key == "title") {
      if (auto t = text(v, at)) out.title(*std::move(t));
    } else if (key == "note") {
      if (auto t = text(v, at)) out.note(*std::move(t));
    } else if (key == "duration") {
      range r;
      in_.object(v, at, "an object with \"at_least\" and \"at_most\"", range_members,
                 [&](std::string_view member, json_value value, json_step const& here) { r.read(*this, member, value, here); });
      if (holds(r, at)) out.lasting({std::move(r.at_least), std::move(r.at_most)});
    } else if (key == "relations") {
      items(v, at, "a list of relations", [&](json_value item, json_step const& here) { return read_relation(item, here, out); });
    } else if (key == "attributes") {
      in_.map(v, at, "an object of texts", [&](std::string_view name, json_value value, json_step const& here) {
        if (auto s = in_.string(value, here, "a text")) out.attribute(std::string{name}, *std::move(s));
      });
    }
  }

  void member(std::string_view key, json_value v, json_step const& at, document& out) {
    if (key == "source") {
      if (auto t = text(v, at)) out.source(*std::move(t));
    } else if (key == "title") {
      if (auto t = text(v, at)) out.title(*std::move(t));
    } else if (key == "url") {
      if (auto s = in_.string(v, at)) out.url(*std::move(s));
    } else if (key == "published") {
      if (auto d = date(v, at)) out.published(*std::move(d));
    } else if (key == "citing") {
      for (citation& c : citations(v, at, {})) out.cites(std::move(c));
    }
  }

  void member(std::string_view key, json_value v, json_step const& at, report& out) {
    if (key == "document") {
      if (auto d = id<document_id>(v, at)) out.in(*std::move(d));
    } else if (key == "kind") {
      if (auto const k = word<report_kind>(v, at)) out.kind(*k);
    } else if (key == "rank") {
      if (auto const r = word<rank>(v, at)) out.ranked(*r);
    } else if (key == "citing") {
      for (citation& c : citations(v, at, out.id().str())) out.cites(std::move(c));
    } else if (key == "said") {
      if (auto d = date(v, at)) out.said(*std::move(d));
    } else if (key == "about") {
      if (auto e = id<event_id>(v, at)) out.about(*std::move(e));
    } else if (key == "says") {
      if (auto c = read_claim(v, at)) out.says(*std::move(c));
    } else if (key == "denies") {
      if (auto c = read_claim(v, at)) out.denies(*std::move(c));
    } else if (key == "supersedes" || key == "retracts") {
      items(v, at, "a list of reports", [&](json_value item, json_step const& here) {
        auto r = other<report_id>(item, here, out.id().str(), key == "supersedes" ? "supersede" : "retract");
        if (r && key == "supersedes") out.supersedes(*r);
        if (r && key == "retracts") out.retracts(*r);
        return r.has_value();
      });
    } else if (key == "published") {
      if (auto d = date(v, at)) out.published(*std::move(d));
    } else if (key == "source") {
      if (auto t = text(v, at)) out.source(*std::move(t));
    } else if (key == "url") {
      if (auto s = in_.string(v, at)) out.url(*std::move(s));
    }
  }

  // Adds an entry, or, where it can't be added as it is, one with nothing but its id, so that what refers to it finds it.
  template <typename Entry>
  void add(Entry const& entry, json_step const& at, sort s, dossier_draft& out) {
    auto& numbers = out.numbers[static_cast<std::size_t>(s)];
    try {
      out.whole.add(entry);
      numbers.push_back(static_cast<std::uint32_t>(at.item));
    } catch (error const& e) {
      for (problem p : e.problems()) {
        if (p.code == errc::duplicate_id) {
          std::string first;
          append_pointer(first, section_words[static_cast<std::size_t>(s)]);
          append_pointer(first, number_of(entry.id(), s, out));
          p.where.pointer = "/id";
          p.message = std::string{sort_word(s)} + ' ' + detail::quoted(entry.id().str()) + " was already given: " + first;
          return in_.complain(at, std::move(p), first + "/id");
        }
        in_.complain(at, std::move(p));
      }
      try {
        if constexpr (std::is_same_v<Entry, report>)
          out.whole.add(entry.about() ? report{entry.id(), *entry.about()} : report{entry.id()});
        else out.whole.add(Entry{entry.id()});
        numbers.push_back(static_cast<std::uint32_t>(at.item));
      } catch (error const&) {
        // a report about nothing: nothing can refer to it either
      }
    }
  }

  template <typename Id>
  [[nodiscard]] static std::uint32_t number_of(Id const& id, sort s, dossier_draft const& out) {
    auto const& numbers = out.numbers[static_cast<std::size_t>(s)];
    std::size_t place = 0;
    auto const count = [&](auto const& range) {
      for (auto const view : range) {
        if (view.id_text() == id.str()) break;
        ++place;
      }
    };
    if constexpr (std::is_same_v<Id, party_id>) count(out.whole.parties());
    else if constexpr (std::is_same_v<Id, venue_id>) count(out.whole.venues());
    else if constexpr (std::is_same_v<Id, series_id>) count(out.whole.series());
    else if constexpr (std::is_same_v<Id, event_id>) count(out.whole.events());
    else if constexpr (std::is_same_v<Id, document_id>) count(out.whole.documents());
    else count(out.whole.reports());
    return place < numbers.size() ? numbers[place] : 0;
  }

  template <typename Entry, typename Id>
  void section(json_part const& part, json_step const& at, sort s, word_list known, dossier_draft& out) {
    if (at.again != 0) {
      // Read for what is wrong with it, but not taken in: what others refer to may stand in either.
      out.complete = false;
      dossier_draft aside;
      return entries<Entry, Id>(part, at, s, known, aside);
    }
    entries<Entry, Id>(part, at, s, known, out);
  }

  template <typename Entry, typename Id>
  void entries(json_part const& part, json_step const& at, sort s, word_list known, dossier_draft& out) {
    std::string const wanted = "a list of " + std::string{section_words[static_cast<std::size_t>(s)]};
    if (in_.is_quick()) {
      // How many entries there may be is told as a whole.
      if (part.items.size() > in_.how().records - records_) return in_.doubt();
      records_ += part.items.size();
      if (auto const pieces = pieces_of(part); pieces > 1) return entries_in_pieces<Entry, Id>(part, at, s, known, pieces, out);
    }
    if (s == sort::event) room_for_events(part.items.size(), part, out);
    in_.list(part, at, wanted, [&](json_value item, json_step const& here) {
      if (!in_.is_quick() && ++records_ > in_.how().records) {
        if (records_ == in_.how().records + 1) {
          in_.complain(here, errc::limit, "there are more than " + std::to_string(in_.how().records) + " entries", "fewer entries");
        }
        return;
      }
      read_entry<Entry, Id>(item, here, s, known, out);
    });
  }

  // For so many events of a list; no more than its bytes can hold, whatever it is that they are.
  static void room_for_events(std::size_t events, json_part const& part, dossier_draft& out) {
    constexpr std::size_t bytes = 32;  // of a short event
    out.whole.reserve(std::min(events, (part.value.end - part.value.begin) / bytes));
  }

  // Into how many pieces it is worth taking a list apart.
  [[nodiscard]] std::size_t pieces_of(json_part const& part) const {
    constexpr std::size_t items = 2000;
    constexpr std::size_t bytes = std::size_t{1} << 20U;
    auto const worth = std::min(part.items.size() / items, (part.value.end - part.value.begin) / bytes);
    return worth < 2 ? 1 : std::min<std::size_t>(worth, threads_of(in_.how().threads));
  }

  // Each piece is read by a reader of its own into a dossier of its own, and those are put together.
  template <typename Entry, typename Id>
  void entries_in_pieces(json_part const& part, json_step const& at, sort s, word_list known, std::size_t pieces, dossier_draft& out) {
    struct piece {
      dossier_draft draft;
      bool doubtful = false;
    };
    std::vector<piece> made(pieces);
    std::vector<std::function<void()>> works;
    auto const count = part.items.size();
    for (std::size_t i = 0; i < pieces; ++i)
      works.emplace_back([&, i] {
        auto const first = count * i / pieces, last = count * (i + 1) / pieces;
        dossier_reader other{in_.helper()};
        auto& draft = i == 0 ? out : made[i].draft;
        if (s == sort::event) room_for_events(last - first, part, draft);
        other.in_.list(
            part, at, {}, [&](json_value item, json_step const& here) { other.read_entry<Entry, Id>(item, here, s, known, draft); }, first,
            last);
        made[i].doubtful = other.in_.doubtful();
      });
    share_out(works, static_cast<unsigned>(pieces));
    auto& numbers = out.numbers[static_cast<std::size_t>(s)];
    for (std::size_t i = 0; i < pieces; ++i) {
      auto const& more = made[i].draft.numbers[static_cast<std::size_t>(s)];
      if (made[i].doubtful || !out.whole.take_over(std::move(made[i].draft.whole))) return in_.doubt();
      numbers.insert(numbers.end(), more.begin(), more.end());
    }
  }

  template <typename Entry, typename Id>
  void read_entry(json_value v, json_step const& at, sort s, word_list known, dossier_draft& out) {
    in_.entry(at);
    simdjson::dom::object members;
    if (v.get(members) != simdjson::SUCCESS) return in_.wrong(v, at, "an object with \"id\"");
    json_value own_id;
    std::optional<Id> name;
    if (members.at_key("id").get(own_id) != simdjson::SUCCESS) in_.missing(at, "id");
    else name = id<Id>(own_id, json_step{&at, "id", nowhere});
    if (name) out.whole.fetch(s, name->str());
    // What has no id is read all the same, for what else is wrong with it.
    Entry entry{name ? *name : Id{"-"}};
    fields_ = {};
    bool about = false;
    in_.object(v, at, "an object", known, [&](std::size_t which, json_value value, json_step const& here) {
      if (std::is_same_v<Entry, event> && which < shared_members) return field(static_cast<shared>(which), value, here, fields_);
      auto const key = known[which];
      about = about || key == "about";
      if (key != "id") member(key, value, here, entry);
    });
    if constexpr (std::is_same_v<Entry, event>) entry.describe(std::move(fields_));
    if constexpr (std::is_same_v<Entry, report>) {
      if (!about) in_.missing(at, "about");
      if (!entry.about()) return;
    }
    for (extension& e : in_.take_own()) entry.extension(std::move(e));
    if (name) add(entry, at, s, out);
  }

  void read_dossier(json_step const& root, dossier_draft& out) {
    bool version = false;
    std::vector<extension> own;
    bool const is_object = in_.document(root, "an object with \"sinedie\": 1", dossier_members,
                                        [&](std::string_view key, json_part const& part, json_step const& here) {
                                          for (extension& e : in_.take_own()) own.push_back(std::move(e));
                                          version = version || key == "sinedie";
                                          read_part(key, part, here, out);
                                          in_.entry(root);
                                        });
    for (extension& e : in_.take_own()) own.push_back(std::move(e));
    for (extension& e : own) out.whole.extension(std::move(e));
    if (is_object && !version) in_.missing(root, "sinedie");
  }

  void read_part(std::string_view key, json_part const& part, json_step const& at, dossier_draft& out) {
    if (key == "parties") return section<party, party_id>(part, at, sort::party, party_members, out);
    if (key == "venues") return section<venue, venue_id>(part, at, sort::venue, venue_members, out);
    if (key == "series") return section<series, series_id>(part, at, sort::series, series_members, out);
    if (key == "events") return section<event, event_id>(part, at, sort::event, event_members, out);
    if (key == "documents") return section<document, document_id>(part, at, sort::document, document_members, out);
    if (key == "reports") return section<report, report_id>(part, at, sort::report, report_members, out);
    auto const value = in_.value(part, at);
    if (!value) return;
    if (key == "sinedie") {
      read_version(*value, at);
    } else if (key == "as_of") {
      if (auto const s = in_.string(*value, at, "a day such as \"2025-04-06\"")) attempt(at, [&] { out.whole.as_of(*s); });
    } else if (auto t = text(*value, at)) {
      if (key == "title") out.whole.title(*std::move(t));
      else out.whole.note(*std::move(t));
    }
  }

  void read_version(json_value v, json_step const& at) {
    std::int64_t number = 0;
    if (v.get(number) != simdjson::SUCCESS) return in_.wrong(v, at, "1, the version of the format,");
    if (number == 1) return;
    problem p;
    p.code = errc::out_of_range;
    p.found = std::to_string(number);
    p.expected = "1";
    p.message = "the format's version " + p.found + " isn't known; this library reads version 1";
    in_.complain(at, std::move(p));
  }

  json_reading in_;
  claim_fields fields_;  // of the event that is being read
  std::size_t records_ = 0;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> kept_;
};

}  // namespace

dossier_draft draft_dossier(std::string_view json, reading const& how) {
  if (auto draft = draft_dossier(json, how, scrutiny::quick)) return *std::move(draft);
  return draft_dossier(json, how, scrutiny::thorough).value();
}

std::optional<dossier_draft> draft_dossier(std::string_view json, reading const& how, scrutiny how_closely) {
  return dossier_reader{json, how, how_closely}.run();
}

}  // namespace sinedie::detail
