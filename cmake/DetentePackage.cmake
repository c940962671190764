# What `cmake --install` puts where, so that find_package(detente) finds it. Components:
# library (with the headers), command, window, data (scenarios, schema).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/detente)

install(TARGETS detente EXPORT detenteTargets COMPONENT library
  ARCHIVE COMPONENT library
  LIBRARY COMPONENT library
  FILE_SET HEADERS COMPONENT library)
install(EXPORT detenteTargets NAMESPACE detente:: DESTINATION ${package_folder} COMPONENT library)
# apart, so that who plays no batches needs no SQLite
install(TARGETS detente_batch EXPORT detenteBatchTargets COMPONENT library
  ARCHIVE COMPONENT library
  LIBRARY COMPONENT library
  FILE_SET HEADERS COMPONENT library)
install(EXPORT detenteBatchTargets NAMESPACE detente:: DESTINATION ${package_folder}
  COMPONENT library)

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/detenteConfig.cmake.in ${PROJECT_BINARY_DIR}/detenteConfig.cmake
  INSTALL_DESTINATION ${package_folder})
# before 1.0 any minor version may change what others call
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/detenteConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/detenteConfig.cmake
  ${PROJECT_BINARY_DIR}/detenteConfigVersion.cmake
  DESTINATION ${package_folder} COMPONENT library)

if(DETENTE_BUILD_CLI)
  install(TARGETS detente_exe COMPONENT command)
endif()
if(DETENTE_BUILD_UI)
  install(TARGETS detente_window COMPONENT window)
endif()

install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios
  DESTINATION ${CMAKE_INSTALL_DATADIR}/detente COMPONENT data)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/share/detente
  DESTINATION ${CMAKE_INSTALL_DATADIR} COMPONENT data OPTIONAL)
