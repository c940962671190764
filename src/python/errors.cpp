#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "python/binding.hpp"

namespace detente::python {
namespace {

constexpr const char* kScenarioErrorDoc =
    "A scenario, overlay, plan or setting that cannot be used.\n\n"
    "Its text names every fault that was found, as the command prints them; `faults` holds the\n"
    "same as a tuple of `Fault`.";

constexpr const char* kMissingFileErrorDoc =
    "A file or folder that was asked for is not there: a `ScenarioError` that is a\n"
    "`FileNotFoundError`, too.";

constexpr const char* kContractViolationDoc =
    "A promise between parts of the program was broken: a fault of the program, please report it.";

/// Python's own objects; the module keeps them alive.
py::handle& scenario_error() {
  static py::handle type;
  return type;
}

py::handle& missing_file_error() {
  static py::handle type;
  return type;
}

/// Whether it is the file asked for that is not there, and not one that it names.
bool is_missing_file(const Diagnostic& fault) {
  std::error_code unknown;
  const bool is_whole = fault.where.line == 0 && fault.path.empty();
  return is_whole && fault.code == Code::cannot_open &&
         !std::filesystem::exists(fault.where.file, unknown);
}

/// What stands for the file, as Python has it: nobody wrote `--set` there.
std::string without_option(std::string file) {
  static constexpr std::string_view kOption = "--set ";
  if (!file.starts_with(kOption)) return file;
  return file.replace(0, kOption.size(), "edit ");
}

std::string_view severity_name(Severity severity) {
  static constexpr std::array<std::string_view, 3> kNames{"note", "warning", "error"};
  return kNames.at(static_cast<std::size_t>(severity));
}

py::handle new_exception(py::module_& module, const char* name, const char* doc,
                         const py::object& bases) {
  const std::string full = "detente." + std::string(name);
  PyObject* const type = PyErr_NewExceptionWithDoc(full.c_str(), doc, bases.ptr(), nullptr);
  if (type == nullptr) throw py::error_already_set();
  module.attr(name) = py::reinterpret_steal<py::object>(type);
  return module.attr(name).ptr();
}

void raise_os_error(const std::system_error& error) {
  const py::tuple arguments = py::make_tuple(error.code().value(), error.what());
  PyErr_SetObject(PyExc_OSError, arguments.ptr());
}

/// What is of the wrong kind, without the name of what it should have become in C++.
void raise_type_error(const py::cast_error& error) {
  const std::string said = error.what();
  const std::size_t from = said.find('<');
  const std::size_t to = said.find('>', from);
  const bool names_it = from != std::string::npos && to != std::string::npos;
  const std::string what = names_it ? said.substr(from, to - from + 1) : said;
  PyErr_SetString(PyExc_TypeError, ("a value of the wrong kind: " + what).c_str());
}

void bind_fault(py::module_& module) {
  py::class_<Diagnostic>(module, "Fault",
                         "One thing that is wrong with an input: where, what, and how to mend it.")
      .def_property_readonly(
          "severity", [](const Diagnostic& fault) { return severity_name(fault.severity); },
          "`error`, `warning` or `note`.")
      .def_property_readonly(
          "code", [](const Diagnostic& fault) { return code_name(fault.code); },
          "What kind of fault, such as `D012`; docs/diagnostics.md lists them.")
      .def_property_readonly(
          "file", [](const Diagnostic& fault) { return fault.where.file; },
          "The file, or what stands for it.")
      .def_property_readonly(
          "line", [](const Diagnostic& fault) { return fault.where.line; },
          "Line, counted from 1; 0 if there is none.")
      .def_property_readonly(
          "column", [](const Diagnostic& fault) { return fault.where.column; },
          "Column in letters, counted from 1; 0 if there is none.")
      .def_property_readonly(
          "path", [](const Diagnostic& fault) { return fault.path; },
          "What holds the fault, such as `actors.us`; may be empty.")
      .def_property_readonly(
          "message", [](const Diagnostic& fault) { return fault.message; }, "What is wrong.")
      .def_property_readonly(
          "hint", [](const Diagnostic& fault) { return fault.hint; },
          "How it could be mended; may be empty.")
      .def("__str__", [](const Diagnostic& fault) { return to_string(fault); })
      .def("__repr__", [](const Diagnostic& fault) {
        return "<Fault " + code_name(fault.code) + ": " + fault.message + ">";
      });
}

}  // namespace

py::tuple faults_of(const Diagnostics& diagnostics) {
  py::tuple faults(diagnostics.size());
  for (std::size_t place = 0; place < diagnostics.size(); ++place) {
    faults[place] = py::cast(diagnostics[place]);
  }
  return faults;
}

void refuse(Diagnostics faults) {
  const bool is_missing = !faults.empty() && is_missing_file(faults.front());
  std::string text;
  for (Diagnostic& fault : faults) {
    fault.where.file = without_option(std::move(fault.where.file));
    if (!text.empty()) text += '\n';
    text += to_string(fault);
  }
  const auto type =
      py::reinterpret_borrow<py::object>(is_missing ? missing_file_error() : scenario_error());
  const py::object error = type(text);
  if (is_missing) error.attr("errno") = ENOENT;
  error.attr("faults") = faults_of(faults);
  PyErr_SetObject(type.ptr(), error.ptr());
  throw py::error_already_set();
}

void bind_errors(py::module_& module) {
  bind_fault(module);
  scenario_error() = new_exception(module, "ScenarioError", kScenarioErrorDoc,
                                   py::reinterpret_borrow<py::object>(PyExc_ValueError));
  scenario_error().attr("faults") = py::tuple();
  const py::tuple both =
      py::make_tuple(scenario_error(), py::reinterpret_borrow<py::object>(PyExc_FileNotFoundError));
  missing_file_error() = new_exception(module, "MissingFileError", kMissingFileErrorDoc, both);
  static py::handle contract_violation =
      new_exception(module, "ContractViolation", kContractViolationDoc,
                    py::reinterpret_borrow<py::object>(PyExc_RuntimeError));
  // NOLINTNEXTLINE(performance-unnecessary-value-param): pybind11 says what it looks like
  py::register_exception_translator([](std::exception_ptr caught) {
    try {
      if (caught) std::rethrow_exception(caught);
    } catch (const ContractViolation& bug) {
      PyErr_SetString(contract_violation.ptr(), bug.what());
    } catch (const py::cast_error& error) {
      raise_type_error(error);
    } catch (const std::system_error& error) {
      raise_os_error(error);
    }
  });
}

}  // namespace detente::python
