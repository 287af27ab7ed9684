#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# What `./dev check` runs, with what it needs already set up: the tests under sanitizers, through other compilers and with another
# Boost; each public header alone; other projects that use this one. Every stage runs, whatever an earlier one said; the exit code is
# 0 only where none failed. With words as arguments, only the stages whose name contains one of them.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

jobs=$(nproc 2>/dev/null || echo 2)
wanted=("$@")
names=() outcomes=() minutes=()
failed=0

# stage NAME COMMAND…: runs it, keeps a copy of what it prints, notes the time and what came of it. A command that returns 77 had
# nothing to run with.
stage() {
  local name=$1 start=$SECONDS code outcome=passed word
  shift
  if [ ${#wanted[@]} -gt 0 ]; then
    for word in "${wanted[@]}"; do [[ $name == *"$word"* ]] && break; done
    [[ $name == *"$word"* ]] || return 0
  fi
  printf '\n######## %s\n' "$name"
  "$@" 2>&1 | tee "build/stages/${#names[@]}.log"
  code=${PIPESTATUS[0]}
  if [ "$code" = 77 ]; then
    outcome=skipped
  elif [ "$code" != 0 ]; then
    outcome=FAILED
    failed=1
  fi
  names+=("$name") outcomes+=("$outcome")
  minutes+=("$(awk -v s=$((SECONDS - start)) 'BEGIN { printf "%.1f", s / 60 }')")
  printf '######## %s: %s, %s minutes\n' "$name" "$outcome" "${minutes[${#minutes[@]} - 1]}"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
apt_install() {
  command -v apt-get >/dev/null || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq install -y --no-install-recommends "$@" \
    >/dev/null 2>&1 </dev/null
}

# configure PRESET FOLDER [CMAKE OPTIONS…]
configure() {
  local preset=$1 folder=$2
  shift 2
  cmake --preset "$preset" -B "$folder" -DPython3_EXECUTABLE="$SINEDIE_PYTHON" "$@" >"$folder.log" 2>&1 ||
    { cat "$folder.log"; return 1; }
}
build_and_test() {
  local folder=$2
  configure "$@" || return 1
  cmake --build "$folder" -j "$jobs" -- -k 0 || return 1
  ctest --test-dir "$folder" -j "$jobs" --output-on-failure
}

sanitized() { build_and_test asan build/asan; }

with_clang() {
  local version=$1
  command -v "clang++-$version" >/dev/null || apt_install "clang-$version" || { echo "clang $version can't be had here"; return 77; }
  build_and_test dev "build/clang-$version" -DCMAKE_CXX_COMPILER="clang++-$version"
}

# Two versions of Boost's packages can't be installed together, so the second is unpacked into the build folder. Boost is met at
# the surface of the time floor and nowhere above: that floor's tests run, and the shortest whole use of the library.
with_second_boost() {
  local version=1.81 root=$PWD/build/boost-1.81
  if [ ! -d "$root/usr/include/boost" ]; then
    mkdir -p "$root" && (cd "$root" && apt-get download "libboost$version-dev" && dpkg -x libboost*.deb .) >"$root.log" 2>&1
  fi
  if [ ! -d "$root/usr/include/boost" ]; then
    echo "Boost $version can't be had here"
    rm -rf "$root"
    return 77
  fi
  local config
  config=$(find "$root/usr/lib" -type d -name 'Boost-*' | head -n 1)
  local folder=build/with-boost-$version
  configure dev "$folder" -DBoost_DIR="$config" || return 1
  grep -q "$root/usr/include" "$folder/compile_commands.json" || { echo "the system's Boost was used"; return 1; }
  cmake --build "$folder" -j "$jobs" --target sinedie_test_time sinedie_test_ground sinedie_acceptance || return 1
  "$folder/tests/sinedie_test_time" && "$folder/tests/sinedie_test_ground" && "$folder/tests/acceptance/sinedie_acceptance"
}

# Only what starts threads: the test cases tagged so, in the programs that have any.
threaded() {
  local floors floor
  floors=$(grep -lE '\[threads\]' tests/*/*.test.cpp | cut -d/ -f2 | sort -u)
  [ -n "$floors" ] || return 77
  configure tsan build/tsan || return 1
  for floor in $floors; do
    cmake --build build/tsan -j "$jobs" --target "sinedie_test_$floor" || return 1
    "build/tsan/tests/sinedie_test_$floor" '[threads]' || return 1
  done
}

# Each public header is compiled as the only thing in a file; then other projects use what was built, from where it was installed, from
# the build tree and as a part of themselves, with each compiler that is found.
headers_alone() {
  configure dev build/whole -DCMAKE_VERIFY_INTERFACE_HEADER_SETS=ON -DSINEDIE_TEST_CONSUMERS=ON || return 1
  cmake --build build/whole -j "$jobs" --target all_verify_interface_header_sets -- -k 0
}
consumers() {
  configure dev build/whole -DCMAKE_VERIFY_INTERFACE_HEADER_SETS=ON -DSINEDIE_TEST_CONSUMERS=ON || return 1
  cmake --build build/whole -j "$jobs" || return 1
  ctest --test-dir build/whole -j "$jobs" --output-on-failure -R '^install/'
}

# Our libraries as shared ones, and others that are linked with them.
shared_libraries() {
  local folder=build/shared prefix=$PWD/build/shared/prefix
  configure release "$folder" -DBUILD_SHARED_LIBS=ON -DCMAKE_UNITY_BUILD=ON || return 1
  cmake --build "$folder" -j "$jobs" && cmake --install "$folder" --prefix "$prefix" >/dev/null || return 1
  ldd "$prefix/bin/sinedie" | grep 'libsinedie_io.* => /' && "$prefix/bin/sinedie" --version || return 1
  cmake -S tests/install/consumer -B "$folder/consumer" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release \
    -DSINEDIE_HAS_TIMELINE=ON -DSINEDIE_EVERYTHING=ON >/dev/null && cmake --build "$folder/consumer" -j "$jobs" || return 1
  ctest --test-dir "$folder/consumer" --output-on-failure
}

# The package for Debian: made, installed, built with, removed; the source tree plays no part.
debian_package() {
  command -v dpkg-deb >/dev/null && { [ "$(id -u)" = 0 ] || command -v sudo >/dev/null; } || { echo "no packages can be installed here"; return 77; }
  command -v dpkg-shlibdeps >/dev/null || apt_install dpkg-dev || { echo "dpkg-dev can't be had here"; return 77; }
  local folder=build/package place
  configure release "$folder" -DCMAKE_UNITY_BUILD=ON || return 1
  cmake --build "$folder" -j "$jobs" || return 1
  (cd "$folder" && rm -f ./*.deb && cpack -G DEB) || return 1
  apt_install "$PWD/$(ls "$folder"/sinedie_*.deb)" || return 1
  place=$(mktemp -d) && cp -r examples/embed "$place" &&
    cmake -S "$place/embed" -B "$place/build" -G Ninja >/dev/null && cmake --build "$place/build" &&
    "$place/build/visits" "$place/embed/visits.csv" | cmp - examples/output/embed.txt && sinedie --version &&
    dpkg-deb -c "$folder"/sinedie_*.deb | grep man1/sinedie.1
  local code=$?
  as_root dpkg -r sinedie >/dev/null || code=1
  if [ -e /usr/include/sinedie ] || [ -e /usr/bin/sinedie ]; then
    echo "something is left of the package"
    code=1
  fi
  rm -rf "$place"
  return "$code"
}

# fmt's bodies where they are used, instead of its library.
with_fmt_in_headers() {
  configure dev build/fmt-headers -DCMAKE_CXX_FLAGS=-DFMT_HEADER_ONLY || return 1
  cmake --build build/fmt-headers -j "$jobs" --target sinedie_test_ground sinedie_acceptance || return 1
  build/fmt-headers/tests/sinedie_test_ground && build/fmt-headers/tests/acceptance/sinedie_acceptance
}

# The tests are spelled as version 3 of Catch2 has it. Where only version 2 can be had, they are compiled against its names, of which
# tests/install/catch3 is a stub; nothing is run by it.
with_catch_3() {
  local test
  for test in tests/*.test.cpp tests/time/*.test.cpp tests/model/*.test.cpp; do
    c++ -std=c++20 -fsyntax-only -DSINEDIE_COMPILED -DSINEDIE_SOURCE_DIR='""' -Iinclude -Isrc -Itests -isystem tests/install/catch3 \
      "$test" || return 1
  done
}

# All of the library as a header-only program sees it. A planted fault shows that faults in headers are seen.
tidied() {
  command -v clang-tidy >/dev/null || apt_install clang-tidy || { echo "clang-tidy can't be had here"; return 77; }
  local folder=build/tidy
  mkdir -p "$folder/include/sinedie" && cp .clang-tidy "$folder" || return 1
  echo '#include <sinedie/sinedie.hpp>' >"$folder/all.cpp"
  echo 'struct planted { planted(int) {} };' >"$folder/include/sinedie/planted.hpp"
  echo '#include <sinedie/planted.hpp>' >"$folder/planted.cpp"
  if clang-tidy --quiet "$folder/planted.cpp" -- -std=c++20 -I"$PWD/$folder/include" >"$folder/planted.log" 2>&1 ||
    ! grep explicit-constructor "$folder/planted.log" >/dev/null; then
    echo "a planted fault was not found"
    return 1
  fi
  clang-tidy --quiet "$folder/all.cpp" -- -std=c++20 -I"$PWD/include"
}

# The pages are tested in a browser, the drawings with a second renderer and the exports with other people's readers, where they can
# be had.
other_programs() {
  command -v chromium >/dev/null || apt_install chromium || { echo "chromium can't be had here"; return 77; }
  command -v rsvg-convert >/dev/null || apt_install librsvg2-bin || { echo "rsvg-convert can't be had here"; return 77; }
  configure dev build/dev || return 1
  cmake --build build/dev -j "$jobs" || return 1
  SINEDIE_PEERS=1 ctest --test-dir build/dev -j "$jobs" --output-on-failure -R 'picture|readers'
}

# What a stage that failed complained of: compilers' errors, sanitizers' summaries, tests that failed.
complaints() {
  grep -nE ': (fatal )?error: |runtime error: |^SUMMARY: |\*\*\*|FAILED:|REQUIRE|CHECK|assertions?: |tests failed' "$1" | tail -n 40
}

mkdir -p build/stages
stage 'AddressSanitizer and UndefinedBehaviorSanitizer' sanitized
stage 'clang 14' with_clang 14
stage 'headers alone' headers_alone
stage 'consumers' consumers
stage 'clang 19' with_clang 19
stage 'Boost 1.81' with_second_boost
stage 'ThreadSanitizer' threaded
stage 'shared libraries' shared_libraries
stage 'package' debian_package
stage 'fmt in headers' with_fmt_in_headers
stage 'Catch2 3' with_catch_3
stage 'clang-tidy' tidied
stage 'a browser and other readers' other_programs

printf '\n######## stages\n'
for ((i = 0; i < ${#names[@]}; ++i)); do printf '%8s  %6s min  %s\n' "${outcomes[i]}" "${minutes[i]}" "${names[i]}"; done
printf '%8s  %6s min  in all\n' "" "$(awk -v s=$SECONDS 'BEGIN { printf "%.1f", s / 60 }')"
if [ ${#names[@]} = 0 ]; then
  echo "no stage is named ${wanted[*]}" >&2
  exit 2
fi

for ((i = 0; i < ${#names[@]}; ++i)); do
  if [ "${outcomes[i]}" = FAILED ]; then
    printf '\n######## why it failed: %s\n' "${names[i]}"
    complaints "build/stages/$i.log"
  fi
done
exit "$failed"
