// SPDX-License-Identifier: BSL-1.0
#pragma once

/// Tells somebody who waits at a terminal what is being done, once it has taken a second, and for how long; takes it back at the end.
///
///     waiting const shown{"reading talks.json"};   // sinedie: reading talks.json, 3 s
///
/// Only on a terminal: nothing of it comes into a file or a pipe.

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace sinedie::tool {

class waiting {
 public:
  explicit waiting(std::string what);
  waiting(waiting const&) = delete;
  waiting& operator=(waiting const&) = delete;
  ~waiting();

 private:
  std::string what_;
  std::mutex alone_;
  std::condition_variable_any ended_;
  std::jthread teller_;  ///< none where nobody could see it
};

}  // namespace sinedie::tool
