// SPDX-License-Identifier: BSL-1.0
#include "json_reading.hpp"

#include <new>

#include <sinedie/model/names.hpp>

#include "json_writer.hpp"

namespace sinedie::detail {

std::string json_step::pointer(json_step const* base) const {
  std::vector<json_step const*> steps;
  for (json_step const* s = this; s != base && s->outer != nullptr; s = s->outer) steps.push_back(s);
  std::string text;
  for (auto s = steps.rbegin(); s != steps.rend(); ++s) {
    if ((*s)->item != nowhere) append_pointer(text, (*s)->item);
    else append_pointer(text, (*s)->key);
    if ((*s)->again != 0) text += '\0' + std::to_string((*s)->again);
  }
  return text;
}

std::string one_line(std::string_view json) {
  std::string text;
  json_writer{text, json_writer::one_line}.raw(json);
  return text;
}

std::string described(json_value v) {
  std::string_view text;
  switch (v.type()) {
    case simdjson::dom::element_type::ARRAY: return "a list";
    case simdjson::dom::element_type::OBJECT: return "an object";
    case simdjson::dom::element_type::STRING:
      if (v.get(text) == simdjson::SUCCESS) return detail::quoted(text);
      return "a string";
    default: return simdjson::to_string(v);
  }
}

namespace {

// Where each of the pointers leads; one that leads nowhere is followed as far as it goes.
[[nodiscard]] std::vector<json_extent> places_of(std::vector<std::string> pointers, std::string_view text) {
  auto extents = locate_json(text, pointers);
  for (;;) {
    std::vector<std::string> shorter;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < pointers.size(); ++i) {
      if (extents[i].found() || pointers[i].empty()) continue;
      pointers[i].resize(pointers[i].rfind('/'));
      shorter.push_back(pointers[i]);
      whose.push_back(i);
    }
    if (shorter.empty()) return extents;
    auto const found = locate_json(text, shorter);
    for (std::size_t i = 0; i < whose.size(); ++i) extents[whose[i]] = found[i];
  }
}

// Without how often a key was given before.
void plain_pointer(std::string& pointer) {
  for (std::size_t nul = pointer.find('\0'); nul != std::string::npos; nul = pointer.find('\0'))
    pointer.erase(nul, std::min(pointer.find('/', nul), pointer.size()) - nul);
}

}  // namespace

void give_places(std::vector<problem>& problems, std::vector<bool> const& at_key, std::string_view text) {
  if (problems.empty()) return;
  std::vector<std::string> pointers;
  pointers.reserve(problems.size());
  for (problem const& p : problems) pointers.push_back(p.where.line != 0 ? std::string{} : p.where.pointer);
  std::vector<json_extent> const extents = places_of(std::move(pointers), text);
  line_map const lines{text};
  for (std::size_t i = 0; i < problems.size(); ++i) {
    problem& p = problems[i];
    plain_pointer(p.where.pointer);
    if (p.where.line != 0 || !extents[i].found()) continue;
    bool const key = i < at_key.size() && at_key[i] && extents[i].key != nowhere;
    place const found = lines.at(key ? extents[i].key : extents[i].begin);
    p.where.line = found.line;
    p.where.column = found.column;
  }
}

json_reading::json_reading(std::string_view text, reading const& how, scrutiny how_closely)
    : text_{text}, how_{how}, quick_{how_closely == scrutiny::quick} {
  if (text.size() > how.bytes) {
    doubtful_ = quick_;
    if (quick_) return;
    problem p;
    p.code = errc::limit;
    p.message = "the text has " + std::to_string(text.size()) + " bytes, more than the " + std::to_string(how.bytes) +
                " that are allowed";
    problems_.push_back({std::move(p), false, {}});
    return;
  }
  json_bounds bounds;
  bounds.depth = how.depth;
  bounds.string = how.string;
  bounds.problems = how.problems;
  bounds.items = how.records == nowhere ? nowhere : how.records + 1;  // one too many is told
  if (quick_) {
    auto seen = skim_json(text, bounds);
    is_json_ = seen.has_value();
    doubtful_ = !seen;
    if (seen) seen_ = *std::move(seen);
    return;
  }
  seen_ = examine_json(text, bounds);
  is_json_ = true;
  for (problem& p : seen_.problems) {
    if (p.code == errc::duplicate_key) doubled_ = true;
    else is_json_ = false;
    problems_.push_back({std::move(p), true, {}});
  }
}

std::optional<json_value> json_reading::root() {
  if (!is_json_) return std::nullopt;
  return parsed({byte_order_mark(text_), text_.size()}, {});
}

std::optional<json_value> json_reading::parsed(json_stretch where, json_step const& at) {
  // What follows the value may be read, but doesn't count; at the very end of the text it is copied.
  bool const copied = text_.size() - where.end < simdjson::SIMDJSON_PADDING;
  json_value v;
  auto const failed = parser_.parse(text_.data() + where.begin, where.end - where.begin, copied).get(v);
  if (failed == simdjson::SUCCESS) return v;
  if (failed == simdjson::MEMALLOC) throw std::bad_alloc{};
  complain(at, errc::malformed, std::string{"not JSON: "} + simdjson::error_message(failed), "JSON");
  return std::nullopt;
}

std::vector<problem> json_reading::take_problems() {
  std::vector<problem> problems;
  std::vector<bool> at_key;
  bool const cut = full();
  std::vector<problem> others;
  for (complaint const& c : problems_) {
    others.emplace_back();
    others.back().where.pointer = c.other;
  }
  if (std::any_of(problems_.begin(), problems_.end(), [](complaint const& c) { return !c.other.empty(); }))
    give_places(others, {}, text_);
  for (complaint& c : problems_) {
    place const& other = others[problems.size()].where;
    if (!c.other.empty()) {
      c.what.message += ", line " + std::to_string(other.line) + ", column " + std::to_string(other.column);
      c.what.other = other;
    }
    problems.push_back(std::move(c.what));
    at_key.push_back(c.at_key);
  }
  problems_.clear();
  give_places(problems, at_key, text_);
  std::sort(problems.begin(), problems.end(), [](problem const& a, problem const& b) {
    auto const key = [](problem const& p) { return std::tie(p.where.line, p.where.column, p.where.pointer, p.code, p.message); };
    return key(a) < key(b);
  });
  if (cut) {
    problem p;
    p.code = errc::limit;
    p.message = "there are more problems than the " + std::to_string(how_.problems) +
                " that are listed; the rest of the file wasn't looked at";
    problems.push_back(std::move(p));
  }
  return problems;
}

bool json_reading::has_equal_keys(simdjson::dom::object members) {
  constexpr std::size_t few = 16;
  std::array<std::string_view, few> keys;
  std::size_t count = 0;
  for (auto const one : members) {
    if (count == few || std::find(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count), one.key) !=
                            keys.begin() + static_cast<std::ptrdiff_t>(count))
      return true;
    keys[count++] = one.key;
  }
  return false;
}

void json_reading::complain_of(json_step const& at, problem p, bool at_key) {
  if (quick_) return doubt();
  p.where.pointer = at.pointer() + p.where.pointer;
  problems_.push_back({std::move(p), at_key, {}});
}

void json_reading::complain(json_step const& at, problem p, std::string other) {
  complain_of(at, std::move(p), false);
  if (!problems_.empty()) problems_.back().other = std::move(other);
}

void json_reading::complain(json_step const& at, errc code, std::string message, std::string expected, bool at_key) {
  problem p;
  p.code = code;
  p.message = std::move(message);
  p.expected = std::move(expected);
  complain_of(at, std::move(p), at_key);
}

void json_reading::missing(json_step const& at, std::string_view member) {
  complain(at, errc::missing_member, "the member " + detail::quoted(member) + " is missing", std::string{member});
}

void json_reading::wrong(json_value v, json_step const& at, std::string_view wanted) {
  problem p;
  p.code = errc::wrong_type;
  p.found = described(v);
  p.expected = wanted;
  p.message = "found " + p.found + " where " + p.expected + " should stand";
  complain(at, std::move(p));
}

void json_reading::unknown(json_step const& at, std::span<std::string_view const> known) {
  problem p;
  p.code = errc::unknown_member;
  p.found = at.key;
  p.message = "there is no member " + detail::quoted(at.key) + " here";
  auto const near = nearest(at.key, std::vector<std::string_view>(known.begin(), known.end()), 1);
  if (!near.empty()) p.message += "; did you mean " + detail::quoted(near.front()) + '?';
  for (std::string_view const k : known) p.expected += (p.expected.empty() ? "one of " : ", ") + std::string{k};
  p.expected += ", or a name that begins with x-";
  complain_of(at, std::move(p), true);
}

// The reader walks the text in its own order, so the next of them is this one. (Unless it skipped something it complained
// about; then nothing of what is kept will be used.)
void json_reading::keep_own(json_step const& at) {
  if (quick_) return doubt();
  std::size_t const index = next_own_++;
  if (index >= seen_.own.size() || !spotless()) return;
  json_extent const& place = seen_.own[index];
  own_.push_back({at.pointer(entry_), one_line(text_.substr(place.begin, place.end - place.begin))});
}

std::optional<std::string> json_reading::string(json_value v, json_step const& at, std::string_view wanted) {
  std::string_view text;
  if (v.get(text) == simdjson::SUCCESS) return std::string{text};
  wrong(v, at, wanted);
  return std::nullopt;
}

std::optional<bool> json_reading::boolean(json_value v, json_step const& at) {
  bool b = false;
  if (v.get(b) == simdjson::SUCCESS) return b;
  wrong(v, at, "true or false");
  return std::nullopt;
}

std::optional<std::uint32_t> json_reading::count(json_value v, json_step const& at) {
  std::uint64_t n = 0;
  if (v.get(n) == simdjson::SUCCESS && n >= 1 && n <= 0xFFFFFFFFU) return static_cast<std::uint32_t>(n);
  if (!v.is_number()) {
    wrong(v, at, "a whole number from 1");
  } else {
    problem p;
    p.code = errc::out_of_range;
    p.found = described(v);
    p.expected = "a whole number from 1 to 4294967295";
    p.message = "found " + p.found + " where " + p.expected + " should stand";
    complain(at, std::move(p));
  }
  return std::nullopt;
}

std::optional<double> json_reading::number(json_value v, json_step const& at) {
  double d = 0;
  if (v.get(d) == simdjson::SUCCESS) return d;
  wrong(v, at, "a number");
  return std::nullopt;
}

std::optional<std::size_t> json_reading::word(json_value v, json_step const& at, std::span<std::string_view const> words) {
  std::string_view text;
  bool const is_text = v.get(text) == simdjson::SUCCESS;
  auto const place = is_text ? std::find(words.begin(), words.end(), text) : words.end();
  if (place != words.end()) return static_cast<std::size_t>(place - words.begin());
  std::string list;
  for (std::string_view const w : words) list += (list.empty() ? "one of " : ", ") + std::string{w};
  if (!is_text) {
    wrong(v, at, list);
    return std::nullopt;
  }
  problem p;
  p.code = errc::unknown_word;
  p.found = text;
  p.expected = list;
  p.message = detail::quoted(text) + " is none of the words that can stand here";
  auto const near = nearest(text, std::vector<std::string_view>(words.begin(), words.end()), 1);
  p.message += near.empty() ? ": " + list : "; did you mean " + detail::quoted(near.front()) + '?';
  complain(at, std::move(p));
  return std::nullopt;
}

}  // namespace sinedie::detail
