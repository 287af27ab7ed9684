// SPDX-License-Identifier: BSL-1.0
#pragma once

/// What the commands share: reading the dossiers that were named, and writing an answer where it was asked for.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <sinedie/io/exports.hpp>
#include <sinedie/io/show.hpp>
#include <sinedie/model/dossier.hpp>
#include <sinedie/timeline/timeline.hpp>

#include "command.hpp"

namespace sinedie::tool {

/// A line on standard error, harmless on a terminal.
void complain(std::string_view text);

/// To a file where `-o` names one, else to standard output; a closed or full output is an error.
void write_out(arguments const& a, std::string const& text);

inline constexpr std::array<std::string_view, 3> usual_formats{"table", "markdown", "json"};

/// What `--format` or `--json` asks for, the first of `known` where neither does; any other word is an error.
[[nodiscard]] std::string format_of(arguments const& a, std::span<std::string_view const> known = usual_formats);

/// Language, width, colour: colour only on a terminal, and never under `NO_COLOR`.
[[nodiscard]] showing showing_of(arguments const& a);

/// The language, and this moment as the one in which a calendar is made.
[[nodiscard]] export_options exporting_of(arguments const& a);
/// What an exporter couldn't say, each on a line of standard error.
void complain_of(std::vector<loss> const& losses);
/// How many events more the question might have meant, where there are any.
void complain_of_more(std::size_t more);

/// What `--where` asks; everything, without it.
[[nodiscard]] query query_of(arguments const& a);

/// The day that `--as-of` gives; nothing where it doesn't.
[[nodiscard]] knowledge_day as_of(arguments const& a);
/// The same, or today where neither the arguments nor the dossier say: nothing where the dossier does.
[[nodiscard]] knowledge_day as_of(arguments const& a, dossier const& d);

/// The day that an option names.
[[nodiscard]] std::chrono::sys_days day_of(arguments const& a, std::string_view option);

/// The number of days that an option gives; from 0 on.
[[nodiscard]] std::uint32_t days_of(arguments const& a, std::string_view option);

/// All files that were named, as one dossier.
[[nodiscard]] dossier load_all(arguments const& a);
/// The first so many of them; a day given here, or by `--as-of`, stands in for those that the files bear.
[[nodiscard]] dossier load_all(arguments const& a, std::size_t files, knowledge_day day = {});
/// On the day that `--as-of` gives, else on the dossier's own, else today: here, and nowhere in the library, is the clock read.
[[nodiscard]] timeline compiled(arguments const& a, dossier const& d, unknown_events unknown = unknown_events::last);
[[nodiscard]] timeline compiled(arguments const& a, unknown_events unknown = unknown_events::last);

/// `there is no X "word"; did you mean Y?`, or, where nothing is near and few are known, `; expected one of Y, Z`.
[[noreturn]] void raise_unknown(std::string_view what, std::string_view word, std::span<std::string_view const> known);

}  // namespace sinedie::tool
