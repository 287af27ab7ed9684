# SPDX-License-Identifier: BSL-1.0
# What sinedie::sinedie needs. The installed package config includes this very file, so a consumer looks for exactly what the
# build looked for. Nothing here asks pkg-config.
include(CMakeFindDependencyMacro)

# Boost's own package config where there is one. Boost without it (an unpacked source tree) is left to CMake's module.
if(NOT TARGET Boost::headers)
  find_package(Boost 1.74 QUIET CONFIG)
endif()
if(NOT TARGET Boost::headers)
  find_dependency(Boost 1.74)
endif()

find_dependency(fmt 9)
find_dependency(Threads)

# utf8proc's older releases bring no package config; ours is found beside this file, without touching the caller's module path.
if(NOT TARGET utf8proc::utf8proc)
  list(PREPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
  find_dependency(utf8proc 2.2)
  list(POP_FRONT CMAKE_MODULE_PATH)
endif()
