// SPDX-License-Identifier: BSL-1.0
#include "event_codes.hpp"

#include <algorithm>
#include <array>

#include "ascii.hpp"

namespace sinedie::detail {

namespace {

struct code_word {
  std::string_view code;
  std::string_view kind;
};

// The longest code that begins the one looked up counts. Roots that our vocabulary has no word for are PLOVER's classes.
constexpr std::array<code_word, 34> cameo_words{{
    {"01", "statement"},    {"02", "appeal"},       {"03", "agreement"},    {"036", "meeting"},      {"037", "agreement"},
    {"038", "mediation"},   {"039", "mediation"},   {"04", "consultation"}, {"041", "call"},         {"042", "visit"},
    {"043", "visit"},       {"044", "meeting"},     {"045", "mediation"},   {"046", "negotiation"},  {"05", "support"},
    {"054", "recognition"}, {"057", "agreement"},   {"06", "cooperate"},    {"07", "aid"},           {"08", "concede"},
    {"0871", "ceasefire"},  {"09", "investigate"},  {"10", "demand"},       {"11", "disapprove"},    {"112", "accusation"},
    {"12", "reject"},       {"13", "threat"},       {"14", "protest"},      {"15", "mobilize"},      {"16", "sanction"},
    {"17", "coerce"},       {"18", "assault"},      {"19", "fight"},        {"20", "mass_violence"},
}};

constexpr std::array<code_word, 5> plover_words{
    {{"ACCUSE", "accusation"}, {"DEMAND", "demand"}, {"REQUEST", "demand"}, {"THREATEN", "threat"}, {"AGREE", "agreement"}}};

constexpr std::array<code_word, 8> consult_modes{{{"phone", "call"},
                                                  {"visit", "visit"},
                                                  {"host", "visit"},
                                                  {"third-party", "meeting"},
                                                  {"multilateral", "conference"},
                                                  {"mediate", "mediation"},
                                                  {"negotiate", "negotiation"},
                                                  {"virtual", "meeting"}}};

template <std::size_t N>
[[nodiscard]] std::string_view look_up(std::array<code_word, N> const& words, std::string_view code) {
  auto const found = std::find_if(words.begin(), words.end(), [&](code_word const& w) { return w.code == code; });
  return found == words.end() ? std::string_view{} : found->kind;
}

}  // namespace

std::optional<coded_kind> of_cameo(std::string_view code) {
  bool const digits = std::all_of(code.begin(), code.end(), is_digit);
  if (!digits || code.size() < 2 || code.size() > 4) return std::nullopt;
  for (auto length = code.size(); length >= 2; --length)
    if (auto const kind = look_up(cameo_words, code.substr(0, length)); !kind.empty())
      return coded_kind{std::string{kind}, code.starts_with("03") ? status::announced : status::held};
  return std::nullopt;
}

std::optional<coded_kind> of_plover(std::string_view word, std::string_view mode) {
  bool const capitals = std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || c == ' '; });
  if (word.empty() || !capitals) return std::nullopt;
  if (word == "CONSULT") {
    auto const kind = look_up(consult_modes, mode);
    return coded_kind{std::string{kind.empty() ? "consultation" : kind}, status::held};
  }
  if (auto const kind = look_up(plover_words, word); !kind.empty())
    return coded_kind{std::string{kind}, word == "AGREE" ? status::announced : status::held};
  std::string kind;
  for (char const c : word) kind += c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return coded_kind{kind, status::held};
}

}  // namespace sinedie::detail
