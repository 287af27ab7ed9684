// SPDX-License-Identifier: BSL-1.0
#include <sinedie/io/display.hpp>

#include <algorithm>
#include <numeric>

#include <utf8proc.h>

#include <sinedie/detail/utf8.hpp>
#include <sinedie/error.hpp>

namespace sinedie {
namespace {

using detail::utf8_step;
using detail::utf8_steps;

constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr std::size_t most_marks = 8;

[[nodiscard]] std::size_t width_of(char32_t c) noexcept {
  int const width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

/// Whether a letter of a script that spells with joiners: Arabic, Syriac, N'Ko, those of India, Tibetan to Khmer, Mongolian.
[[nodiscard]] bool spells_with_joiners(char32_t c) noexcept {
  return (c >= 0x620 && c <= 0x8FF) || (c >= 0x900 && c <= 0xDFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x18AF);
}

/// Walks a text, and tells of each step whether it must not be shown as it is.
template <typename Visit>
void visit(std::string_view text, Visit&& visit_step) {
  char32_t before = 0;
  for (utf8_step const step : utf8_steps{text}) {
    char32_t const c = step.character;
    bool hidden = !step.valid || detail::is_control(c) || detail::is_hidden(c) ||
                  utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_CF;
    if (step.valid && (c == 0x200C || c == 0x200D) && spells_with_joiners(before)) {
      std::size_t const next = step.offset + step.length;
      hidden = next >= text.size() || !spells_with_joiners(detail::utf8_step_at(text, next).character);
    }
    if (!visit_step(step, hidden)) return;
    before = c;
  }
}

[[nodiscard]] std::string escape(char kind, unsigned value) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string hex;
  do {
    hex.insert(hex.begin(), digits[value & 15U]);
    value >>= 4U;
  } while (value != 0);
  return std::string{'\\', kind, '{'} + hex + '}';
}

struct cluster {
  std::string_view text;
  std::size_t width = 0;
};

/// The grapheme clusters of a sanitized text.
[[nodiscard]] std::vector<cluster> clusters(std::string_view text) {
  std::vector<cluster> found;
  std::size_t begin = 0;
  std::size_t width = 0;
  char32_t before = 0;
  utf8proc_int32_t state = 0;
  for (utf8_step const step : utf8_steps{text}) {
    char32_t const c = step.character;
    if (step.offset != begin &&
        utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before), static_cast<utf8proc_int32_t>(c), &state)) {
      found.push_back({text.substr(begin, step.offset - begin), width});
      begin = step.offset;
      width = 0;
    }
    width += width_of(c);
    before = c;
  }
  if (begin < text.size()) found.push_back({text.substr(begin), width});
  return found;
}

[[nodiscard]] std::size_t plain_width(std::string_view clean) {
  std::size_t width = 0;
  for (utf8_step const step : utf8_steps{clean}) width += width_of(step.character);
  return width;
}

/// A joiner at the end of what is shown joins nothing, and would be taken for hidden.
void drop_last_joiner(std::string& line) {
  while (line.ends_with("\xE2\x80\x8C") || line.ends_with("\xE2\x80\x8D")) line.resize(line.size() - 3);
}

/// Appends the lines of one paragraph, sanitized already.
void wrap_paragraph(std::string_view text, std::size_t width, std::vector<std::string>& lines) {
  std::string line;
  std::size_t used = 0;
  auto const finish = [&] {
    while (!line.empty() && line.back() == ' ') line.pop_back();
    drop_last_joiner(line);
    lines.push_back(std::move(line));
    line.clear();
    used = 0;
  };
  auto const all = clusters(text);
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i;
    std::size_t word = 0;
    for (; end < all.size() && all[end].text != " "; ++end) word += all[end].width;
    if (end > i) {
      if (used != 0 && used + word > width) finish();
      for (; i < end; ++i) {
        cluster const c = all[i].width > width ? cluster{ellipsis, 1} : all[i];
        if (used + c.width > width) finish();
        line += c.text;
        used += c.width;
      }
    }
    // Blanks follow the word if there is room; at the begin of a line they would stand for nothing.
    for (; i < all.size() && all[i].text == " "; ++i) {
      if (used == 0 || used + 1 > width) continue;
      line += ' ';
      ++used;
    }
  }
  if (!line.empty() || text.empty()) finish();
}

[[nodiscard]] std::string_view opening(emphasis how) noexcept {
  switch (how) {
    case emphasis::strong: return "\x1b[1m";
    case emphasis::faint: return "\x1b[2m";
    case emphasis::warning: return "\x1b[33m";
    case emphasis::none: break;
  }
  return {};
}

}  // namespace

std::vector<hidden_character> hidden_characters(std::string_view text, std::size_t most) {
  std::vector<hidden_character> found;
  visit(text, [&](utf8_step step, bool hidden) {
    if (found.size() == most) return false;
    if (hidden && step.character != U'\n' && step.character != U'\t') found.push_back({step.offset, step.character});
    return true;
  });
  return found;
}

std::string sanitized(std::string_view text) {
  // Plain letters and signs are what they are; without a branch, so that the processor looks at many at once.
  unsigned odd = 0;
  for (char const c : text) odd |= static_cast<unsigned>(static_cast<unsigned char>(c - ' ') > '~' - ' ');
  if (odd == 0) return std::string{text};
  std::string out;
  out.reserve(text.size());
  std::size_t marks = 0;
  visit(text, [&](utf8_step step, bool hidden) {
    char32_t const c = step.character;
    if (!step.valid) {
      out += escape('x', static_cast<unsigned char>(text[step.offset]));
    } else if (c == U'\n' || c == U'\t') {
      out += ' ';
    } else if (hidden) {
      out += escape('u', static_cast<unsigned>(c));
    } else {
      auto const category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
      bool const mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_MC;
      marks = mark ? marks + 1 : 0;
      if (marks == most_marks + 1) out += ellipsis;
      if (marks <= most_marks) out.append(text.substr(step.offset, step.length));
      return true;
    }
    marks = 0;
    return true;
  });
  return out;
}

std::size_t display_width(std::string_view text) { return plain_width(sanitized(text)); }

std::string cut(std::string_view text, std::size_t width) {
  std::string clean = sanitized(text);
  if (plain_width(clean) <= width) return clean;
  if (width == 0) return {};
  std::string kept;
  std::size_t used = 0;
  for (cluster const& c : clusters(clean)) {
    if (used + c.width > width - 1) break;
    kept += c.text;
    used += c.width;
  }
  drop_last_joiner(kept);
  return kept += ellipsis;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i <= text.size();) {
    std::size_t const end = std::min(text.find('\n', i), text.size());
    wrap_paragraph(sanitized(text.substr(i, end - i)), std::max<std::size_t>(width, 1), lines);
    i = end + 1;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string markdown_escaped(std::string_view text) {
  auto const is_alphanumeric = [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || byte >= 0x80;
  };
  std::string out;
  for (std::size_t i = 0; i <= text.size();) {
    std::size_t const end = std::min(text.find('\n', i), text.size());
    if (i != 0) out += "<br>";
    std::string const clean = sanitized(text.substr(i, end - i));
    for (std::size_t k = 0; k < clean.size(); ++k) {
      char const c = clean[k];
      // An underscore inside a word emphasises nothing.
      bool const inside = c == '_' && k > 0 && k + 1 < clean.size() && is_alphanumeric(clean[k - 1]) && is_alphanumeric(clean[k + 1]);
      if (c == '&') {
        out += "&amp;";
      } else if (c == '<') {
        out += "&lt;";
      } else if (c == '>') {
        out += "&gt;";
      } else {
        if (std::string_view{"\\|`*_[]~$#"}.find(c) != std::string_view::npos && !inside) out += '\\';
        out += c;
      }
    }
    i = end + 1;
  }
  return out;
}

table& table::row(std::vector<std::string> cells, emphasis how) {
  if (cells.size() > columns_.size()) {
    detail::raise(errc::bad_argument, "a row has " + std::to_string(cells.size()) + " cells, and the table " +
                                          std::to_string(columns_.size()) + " columns");
  }
  cells.resize(columns_.size());
  rows_.push_back({std::move(cells), how});
  return *this;
}

std::vector<std::size_t> table::widths(std::size_t width) const {
  std::vector<std::size_t> natural(columns_.size(), 1);
  auto const widen = [&](std::size_t i, std::string_view cell) {
    for (std::size_t at = 0; at <= cell.size();) {
      std::size_t const end = std::min(cell.find('\n', at), cell.size());
      natural[i] = std::max(natural[i], display_width(cell.substr(at, end - at)));
      at = end + 1;
    }
  };
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    widen(i, columns_[i].header);
    for (line const& r : rows_) widen(i, r.cells[i]);
  }
  if (columns_.empty()) return natural;
  std::size_t const between = 2 * (columns_.size() - 1);
  std::size_t const room = width > between ? width - between : 0;
  // The greatest common cap under which all fits: found by halving, since the sum only grows with it.
  auto const capped = [&](std::size_t cap, bool keep_least) {
    std::vector<std::size_t> result(natural);
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = std::min(natural[i], std::max(cap, keep_least ? std::max<std::size_t>(columns_[i].least, 1) : 1));
    }
    return result;
  };
  auto const fits = [&](std::vector<std::size_t> const& w) { return std::accumulate(w.begin(), w.end(), std::size_t{0}) <= room; };
  if (fits(natural)) return natural;
  bool const keep_least = fits(capped(1, true));
  std::size_t low = 1;
  std::size_t high = std::max<std::size_t>(room, 1);
  while (low < high) {
    std::size_t const middle = low + (high - low + 1) / 2;
    if (fits(capped(middle, keep_least))) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  // What is left over goes to the columns that were capped, from the first.
  auto result = capped(low, keep_least);
  std::size_t const used = std::accumulate(result.begin(), result.end(), std::size_t{0});
  std::size_t left = room > used ? room - used : 0;
  for (std::size_t i = 0; i < result.size() && left > 0; ++i) {
    if (result[i] < natural[i]) {
      ++result[i];
      --left;
    }
  }
  return result;
}

std::string table::text(std::size_t width, style how) const {
  auto const room = widths(width);
  std::string out;
  auto const put = [&](auto const& cell_of, emphasis emphasised) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      cells.push_back(columns_[i].cuts ? std::vector<std::string>{cut(cell_of(i), room[i])} : wrapped(cell_of(i), room[i]));
      for (std::string& cell : cells.back()) cell.erase(cell.find_last_not_of(' ') + 1);
      height = std::max(height, cells.back().size());
    }
    std::string_view const open = how == style::coloured ? opening(emphasised) : std::string_view{};
    for (std::size_t k = 0; k < height; ++k) {
      std::size_t owed = 0;  // blanks before the next text
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::string const& cell = k < cells[i].size() ? cells[i][k] : std::string{};
        std::size_t const taken = plain_width(cell);
        std::size_t const spare = room[i] > taken ? room[i] - taken : 0;
        if (columns_[i].right) owed += spare;
        if (!cell.empty()) {
          out.append(owed, ' ');
          owed = 0;
          out += open;
          out += cell;
          if (!open.empty()) out += "\x1b[0m";
        }
        owed += (columns_[i].right ? 0 : spare) + 2;
      }
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += '\n';
    }
  };
  if (columns_.empty()) return out;
  put([&](std::size_t i) -> std::string const& { return columns_[i].header; }, emphasis::strong);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i != 0) out += "  ";
    out.append(room[i], '-');
  }
  out += '\n';
  for (line const& r : rows_) put([&](std::size_t i) -> std::string const& { return r.cells[i]; }, r.how);
  return out;
}

std::string table::markdown() const {
  std::string out;
  if (columns_.empty()) return out;
  for (column const& c : columns_) out += "| " + markdown_escaped(c.header) + ' ';
  out += "|\n";
  for (column const& c : columns_) out += c.right ? "| ---: " : "| --- ";
  out += "|\n";
  for (line const& r : rows_) {
    for (std::string const& cell : r.cells) out += "| " + markdown_escaped(cell) + (cell.empty() ? "" : " ");
    out += "|\n";
  }
  return out;
}

}  // namespace sinedie
