#include "detente/core/version.hpp"
#include "python/binding.hpp"

PYBIND11_MODULE(_detente, module) {
  namespace python = detente::python;
  // each docstring begins with a signature of its own
  python::py::options options;
  options.disable_function_signatures();
  module.doc() = "The part of `detente` that is written in C++.";
  module.attr("__version__") = std::string(detente::version());
  python::bind_errors(module);
  python::bind_scenario(module);
  python::bind_run(module);
  python::bind_simulation(module);
  python::bind_studies(module);
  python::bind_games(module);
  python::bind_batch(module);
}
