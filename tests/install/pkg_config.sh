#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# A program without CMake: what our pkg-config file says is enough, beside Boost's headers, to compile and link it.
set -euo pipefail
pkg_config=$1 folder=$2 compiler=$3 boost=$4 consumer=$5 out=$6
export PKG_CONFIG_PATH=$folder
flags=(-std=c++20 -Wall -Wextra -Werror)
if [ "$boost" != /usr/include ]; then flags+=(-isystem "$boost"); fi
# shellcheck disable=SC2207  # flags, one or more words
flags+=($("$pkg_config" --cflags sinedie))
# shellcheck disable=SC2207
libraries=($("$pkg_config" --libs sinedie))
"$compiler" "${flags[@]}" "$consumer/one.cpp" "$consumer/two.cpp" -o "$out/by_pkg_config" "${libraries[@]}"
"$out/by_pkg_config"
