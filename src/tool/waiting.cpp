// SPDX-License-Identifier: BSL-1.0
#include "waiting.hpp"

#include <chrono>
#include <cstdio>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <sinedie/io/display.hpp>

namespace sinedie::tool {

waiting::waiting(std::string what) : what_{cut(what, 60)} {
  if (isatty(STDERR_FILENO) != 1) return;
  try {
    teller_ = std::jthread{[this](std::stop_token const& stop) {
      bool told = false;
      std::unique_lock lock{alone_};
      for (int seconds = 1; !ended_.wait_for(lock, stop, std::chrono::seconds{1}, [&] { return stop.stop_requested(); }); ++seconds) {
        std::fprintf(stderr, "\rsinedie: %s, %d s", what_.c_str(), seconds);
        std::fflush(stderr);
        told = true;
      }
      if (told) std::fputs("\r\x1b[K", stderr);
    }};
  } catch (std::system_error const&) {
    // without a thread nobody is told, and the work goes on
  }
}

waiting::~waiting() = default;  // asks the thread to stop, and waits for it

}  // namespace sinedie::tool
