# SPDX-License-Identifier: BSL-1.0
# What sinedie::sinedie needs. The installed package config includes this very file, so a consumer looks for exactly what the
# build looked for. Nothing here asks pkg-config.
#
# What isn't found is said in one line, with the package that brings it and the variable that says where else it lies: for a
# consumer as the reason for which sinedie isn't found, in sinedie_lacks.
include(CMakeFindDependencyMacro)
set(sinedie_lacks "")

# sinedie_needs(PACKAGE TARGET VERSION DEBIAN WHAT): one that was found before, or else is found now.
macro(sinedie_needs package target version debian what)
  if(NOT sinedie_lacks AND NOT TARGET ${target})
    find_package(${package} ${version} QUIET ${ARGN})
    if(NOT TARGET ${target})
      set(sinedie_lacks
        "sinedie needs ${what} ${version} or newer (Debian, Ubuntu: ${debian}); where it lies elsewhere, set ${package}_ROOT to that folder")
    endif()
  endif()
endmacro()

# Boost's own package config where there is one. Boost without it (an unpacked source tree) is left to CMake's module.
if(NOT TARGET Boost::headers)
  find_package(Boost 1.74 QUIET CONFIG)
endif()
sinedie_needs(Boost Boost::headers 1.74 libboost-dev "the headers of Boost")
sinedie_needs(fmt fmt::fmt 9 libfmt-dev fmt)
# utf8proc's older releases bring no package config; ours is found beside this file, without touching the caller's module path.
list(PREPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}")
sinedie_needs(utf8proc utf8proc::utf8proc 2.2 libutf8proc-dev utf8proc MODULE)
list(POP_FRONT CMAKE_MODULE_PATH)
if(NOT sinedie_lacks)
  find_dependency(Threads)
endif()
