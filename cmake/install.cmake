# SPDX-License-Identifier: BSL-1.0
# Two export sets, since only sinedie::io and the command need simdjson: a program that wants the headers need not have it.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(config_dir "${CMAKE_INSTALL_LIBDIR}/cmake/sinedie")
install(TARGETS sinedie sinedie_compiled EXPORT sinedie FILE_SET HEADERS)
install(EXPORT sinedie NAMESPACE sinedie:: FILE sinedieTargets.cmake DESTINATION "${config_dir}")
export(EXPORT sinedie NAMESPACE sinedie:: FILE "${PROJECT_BINARY_DIR}/sinedieTargets.cmake")

if(TARGET sinedie_io)
  set(io_targets sinedie_io)
  if(TARGET sinedie_tool)
    list(APPEND io_targets sinedie_tool)
  endif()
  install(TARGETS ${io_targets} EXPORT sinedie_io FILE_SET HEADERS)
  install(EXPORT sinedie_io NAMESPACE sinedie:: FILE sinedieIoTargets.cmake DESTINATION "${config_dir}")
  export(EXPORT sinedie_io NAMESPACE sinedie:: FILE "${PROJECT_BINARY_DIR}/sinedieIoTargets.cmake")
endif()

# The build tree is a package too: the same files stand at its top.
configure_package_config_file(cmake/sinedieConfig.cmake.in sinedieConfig.cmake INSTALL_DESTINATION "${config_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/sinedieConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
configure_file(cmake/dependencies.cmake "${PROJECT_BINARY_DIR}/dependencies.cmake" COPYONLY)
configure_file(cmake/Findutf8proc.cmake "${PROJECT_BINARY_DIR}/Findutf8proc.cmake" COPYONLY)
install(FILES
  "${PROJECT_BINARY_DIR}/sinedieConfig.cmake" "${PROJECT_BINARY_DIR}/sinedieConfigVersion.cmake"
  cmake/dependencies.cmake cmake/Findutf8proc.cmake
  DESTINATION "${config_dir}")

# The pkg-config file finds its prefix from where it lies, so that a moved tree still works.
set(pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH up "/prefix/${pc_dir}" "/prefix")
  set(pc_prefix "\${pcfiledir}/${up}")
  string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_INCLUDEDIR BASE_DIRECTORY "\${prefix}" OUTPUT_VARIABLE pc_include)
configure_file(cmake/sinedie.pc.in sinedie.pc @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/sinedie.pc" DESTINATION "${pc_dir}")

install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)
file(GLOB schemas CONFIGURE_DEPENDS docs/*.schema.json)
install(FILES ${schemas} DESTINATION "${CMAKE_INSTALL_DATADIR}/sinedie")

# With the command, its manual page and what shells complete, which it prints itself once it is built.
if(TARGET sinedie_tool AND NOT CMAKE_CROSSCOMPILING)
  set(printed "${PROJECT_BINARY_DIR}/printed")
  install(FILES "${printed}/sinedie.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${printed}/bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME sinedie)
  install(FILES "${printed}/zsh" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" RENAME _sinedie)
  install(FILES "${printed}/fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" RENAME sinedie.fish)
endif()
