// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Reads a source row by row, whatever its format, and hands over what each row says; or as a whole what has no rows.

#include <cstddef>
#include <functional>

#include <sinedie/io/import.hpp>

#include "byte_source.hpp"
#include "incoming.hpp"

namespace sinedie::detail {

/// Counts rows, keeps and passes on what was rejected, and gathers what was read with a warning.
class reception {
 public:
  explicit reception(importing const& how) : how_{how} {}

  void row();
  void refuse(rejection r);
  void accept() { ++told_.read; }
  /// Takes back what was accepted.
  void withdraw(rejection r) {
    --told_.read;
    refuse(std::move(r));
  }
  void warn(std::string_view what, std::string_view id, std::size_t line);
  /// The same, of what was counted elsewhere.
  void note(loss w);
  [[nodiscard]] import_summary take();
  [[nodiscard]] importing const& how() const noexcept { return how_; }

 private:
  importing const& how_;
  import_summary told_;
  std::size_t next_progress_ = 100'000;
};

/// What became of a row; `raw` and the place are for whoever has to reject it later.
struct received {
  incoming says;
  std::size_t line = 0;
  std::string_view raw;
};

using receiver = std::function<void(received&)>;

void receive_rows(byte_source& from, reception& at, receiver const& to);
void receive_plover(byte_source& from, reception& at, receiver const& to);
void receive_jsonl(byte_source& from, reception& at, receiver const& to);

void receive(byte_source& from, reception& at, receiver const& to);

/// A calendar or a timeline, each event of which counts as a row.
[[nodiscard]] imported import_whole(byte_source& from, importing const& how);

}  // namespace sinedie::detail
