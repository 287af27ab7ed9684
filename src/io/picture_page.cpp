// SPDX-License-Identifier: BSL-1.0
#include <map>
#include <string>
#include <string_view>

#include <sinedie/config.hpp>
#include <sinedie/io/display.hpp>
#include <sinedie/io/picture.hpp>

#include "picture_data.hpp"
#include "picture_parts.hpp"
#include "picture_words.hpp"
#include "xml_text.hpp"

namespace sinedie {

namespace {

using namespace detail;

/// Where scripts don't run, a drawing of what has no more events than this stands in for the picture.
constexpr std::size_t most_without_script = 500;

/// Bytes given in hexadecimal digits, in base 64 (RFC 4648, section 4).
[[nodiscard]] std::string base64_of(std::string_view hexadecimal) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string made;
  unsigned bits = 0;
  unsigned held = 0;
  for (char const c : hexadecimal) {
    bits = bits << 4U | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    held += 4;
    if (held < 6) continue;
    held -= 6;
    made += digits[bits >> held & 63U];
  }
  if (held > 0) made += digits[bits << (6 - held) & 63U];
  while (made.size() % 4 != 0) made += '=';
  return made;
}

/// The markup with what stands at its places; what is put in isn't looked at again.
[[nodiscard]] std::string filled(std::string_view markup, std::map<std::string_view, std::string> const& values) {
  std::string made;
  std::size_t size = markup.size();
  for (auto const& [name, value] : values) size += value.size();
  made.reserve(size);
  for (std::size_t at = 0; at < markup.size();) {
    auto const begin = markup.find('%', at);
    auto const end = begin == std::string_view::npos ? begin : markup.find('%', begin + 1);
    auto const found = end == std::string_view::npos ? values.end() : values.find(markup.substr(begin + 1, end - begin - 1));
    if (found == values.end()) {
      auto const next = begin == std::string_view::npos ? markup.size() : begin + 1;
      made += markup.substr(at, next - at);
      at = next;
      continue;
    }
    made += markup.substr(at, begin - at);
    made += found->second;
    at = end + 1;
  }
  return made;
}

}  // namespace

std::string show_page(dossier const& d, picture_options const& how) {
  auto const p = picture_of(d, how, picture_days::all);
  auto const title = sanitized(p.title.get(how.language));
  bool const french = how.language.starts_with("fr");
  std::map<std::string_view, std::string> values;
  values["LANG"] = french ? "fr" : "en";
  values["VERSION"] = SINEDIE_VERSION;
  values["TITLE"] = xml_escaped(title.empty() ? "Sine Die" : title);
  values["POLICY"] = "default-src 'none'; script-src 'sha256-" + base64_of(page_script_hash()) + "'; style-src 'sha256-" +
                     base64_of(page_style_hash()) + "'; img-src data:; base-uri 'none'; form-action 'none'";
  values["STYLE"] = page_style();
  values["SCRIPT"] = page_script();
  values["SCRIPTLESS"] = picture_word("This page draws with a script of its own, which this program doesn’t run.", how.language);
  if (d.events().size() <= most_without_script)
    values["DRAWING"] = show_svg(d, how);
  else
    values["DRAWING"] = {};
  values["DATA"] = picture_data(p, how);
  return filled(page_markup(), values);
}

}  // namespace sinedie
