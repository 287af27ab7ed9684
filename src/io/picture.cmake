# SPDX-License-Identifier: BSL-1.0
# The page's own markup, style and script (src/io/picture/) become text in a source file. The page allows just this style and this
# script, by their hashes, so the hashes are taken of exactly what is embedded. Each part is a literal of its own: compilers needn't
# take one of more than 65,536 bytes.
set(page_folder "${CMAKE_CURRENT_LIST_DIR}/picture")
set(page_script "")
set(page_script_literals "")
foreach(part IN ITEMS words time data query layout draw details page)
  file(READ "${page_folder}/${part}.js" text)
  string(APPEND page_script "${text}")
  string(APPEND page_script_literals "      R\"~~~(${text})~~~\",\n")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page_folder}/${part}.js")
endforeach()
file(READ "${page_folder}/page.css" page_style)
file(READ "${page_folder}/page.html" page_markup)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${page_folder}/page.css" "${page_folder}/page.html")
string(SHA256 page_script_hash "${page_script}")
string(SHA256 page_style_hash "${page_style}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/picture_parts.cpp.in" "${CMAKE_CURRENT_BINARY_DIR}/picture_parts.cpp" @ONLY)
