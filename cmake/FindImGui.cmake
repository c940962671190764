# Dear ImGui as Debian packages it: a static library that names neither stb nor freetype, which it
# calls for fonts, and the GLFW and OpenGL 3 backends inside.
#   imgui::imgui         what panels need: no window, no GL
#   imgui::glfw_opengl3  the backends of the real window
# -DIMGUI_SOURCE_DIR=<unpacked imgui 1.86 or later> builds it from there instead.
set(IMGUI_SOURCE_DIR "" CACHE PATH "Unpacked Dear ImGui sources; empty = the system's package")
find_package(Freetype REQUIRED)

if(IMGUI_SOURCE_DIR)
  add_library(imgui_from_source STATIC
    ${IMGUI_SOURCE_DIR}/imgui.cpp ${IMGUI_SOURCE_DIR}/imgui_draw.cpp
    ${IMGUI_SOURCE_DIR}/imgui_tables.cpp ${IMGUI_SOURCE_DIR}/imgui_widgets.cpp
    ${IMGUI_SOURCE_DIR}/misc/cpp/imgui_stdlib.cpp
    ${IMGUI_SOURCE_DIR}/misc/freetype/imgui_freetype.cpp)
  target_include_directories(imgui_from_source SYSTEM PUBLIC
    ${IMGUI_SOURCE_DIR} ${IMGUI_SOURCE_DIR}/misc/cpp ${IMGUI_SOURCE_DIR}/misc/freetype)
  target_link_libraries(imgui_from_source PUBLIC Freetype::Freetype)
  add_library(imgui::imgui ALIAS imgui_from_source)
  set(ImGui_FOUND TRUE)
else()
  find_path(IMGUI_INCLUDE_DIR imgui.h PATH_SUFFIXES imgui)
  find_library(IMGUI_LIBRARY imgui)
  find_library(STB_LIBRARY stb)
  include(FindPackageHandleStandardArgs)
  find_package_handle_standard_args(ImGui
    REQUIRED_VARS IMGUI_LIBRARY IMGUI_INCLUDE_DIR STB_LIBRARY)
  if(ImGui_FOUND AND NOT TARGET imgui::imgui)
    add_library(imgui::imgui STATIC IMPORTED GLOBAL)
    set_target_properties(imgui::imgui PROPERTIES IMPORTED_LOCATION ${IMGUI_LIBRARY})
    target_include_directories(imgui::imgui SYSTEM INTERFACE ${IMGUI_INCLUDE_DIR})
    target_link_libraries(imgui::imgui INTERFACE ${STB_LIBRARY} Freetype::Freetype m ${CMAKE_DL_LIBS})
  endif()
endif()

if(ImGui_FOUND AND NOT TARGET imgui::glfw_opengl3)
  find_package(glfw3 REQUIRED)
  # libGL alone will do: a machine with libgl-dev need not have libOpenGL beside it
  set(OpenGL_GL_PREFERENCE LEGACY)
  find_package(OpenGL REQUIRED)
  if(IMGUI_SOURCE_DIR)
    add_library(imgui_backends STATIC
      ${IMGUI_SOURCE_DIR}/backends/imgui_impl_glfw.cpp
      ${IMGUI_SOURCE_DIR}/backends/imgui_impl_opengl3.cpp)
    target_link_libraries(imgui_backends PUBLIC imgui::imgui glfw OpenGL::GL)
    add_library(imgui::glfw_opengl3 ALIAS imgui_backends)
  else()
    add_library(imgui::glfw_opengl3 INTERFACE IMPORTED GLOBAL)
    target_link_libraries(imgui::glfw_opengl3 INTERFACE imgui::imgui glfw OpenGL::GL)
  endif()
endif()
