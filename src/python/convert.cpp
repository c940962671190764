#include <pybind11/stl.h>

#include "detente/core/text.hpp"
#include "detente/scenario/compose.hpp"
#include "python/binding.hpp"

namespace detente::python {
namespace {

constexpr int kDeepest = 50;

/// What Python calls it, for messages.
std::string shown(const py::handle& value) {
  return py::repr(value).cast<std::string>();
}

Value text_value(const std::string& text) {
  Value word = detail::word_of(text);
  if (parse_number(text)) word.quoted = true;
  return word;
}

Value value_of(const py::handle& value, int depth);

Value map_value(const py::handle& value, int depth) {
  Value map;
  map.kind = Value::Kind::map;
  for (const auto& [key, item] : py::dict(value.attr("items")())) {
    const auto name = py::str(key).cast<std::string>();
    map.entries.push_back(detail::entry_of(name, value_of(item, depth + 1)));
  }
  return map;
}

Value list_value(const py::handle& value, int depth) {
  std::vector<Value> items;
  for (const py::handle& item : value) items.push_back(value_of(item, depth + 1));
  return detail::list_of(std::move(items));
}

Value value_of(const py::handle& value, int depth) {
  // a list that holds itself has no end
  if (depth > kDeepest) throw py::value_error("too deep to be written as YAML");
  if (value.is_none()) return {};
  if (py::isinstance<py::bool_>(value)) return Value::of(value.cast<bool>() ? "yes" : "no");
  if (py::isinstance<py::str>(value)) return text_value(value.cast<std::string>());
  if (py::isinstance<py::float_>(value)) return Value::of(value.cast<double>());
  if (py::isinstance<py::int_>(value)) return Value::of(py::str(value).cast<std::string>());
  if (py::hasattr(value, "__fspath__")) return text_value(path_of(value));
  // NumPy's numbers and arrays
  if (py::hasattr(value, "tolist")) return value_of(value.attr("tolist")(), depth + 1);
  if (py::hasattr(value, "items")) return map_value(value, depth);
  if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value)) {
    return list_value(value, depth);
  }
  throw py::type_error("cannot be written as YAML: " + shown(value));
}

py::object number_or_text(const Value& value) {
  const auto number = value.quoted ? std::nullopt : parse_number(value.scalar);
  if (!number) return py::str(value.scalar);
  const bool whole = value.scalar.find_first_not_of("-0123456789") == std::string::npos;
  // as many digits as it takes, which a double may not hold
  if (whole) return py::module_::import("builtins").attr("int")(value.scalar);
  return py::float_(*number);
}

}  // namespace

py::object object_of(const std::string& json) {
  return py::module_::import("json").attr("loads")(json);
}

std::string yaml_of(const py::handle& value) {
  return to_string(value_of(value, 0));
}

py::object object_of(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return py::none();
    case Value::Kind::scalar:
      return number_or_text(value);
    case Value::Kind::list: {
      py::list items;
      for (const Value& item : value.items) items.append(object_of(item));
      return items;
    }
    case Value::Kind::map:
      break;
  }
  py::dict entries;
  for (const Entry& entry : value.entries) entries[py::str(entry.key)] = object_of(entry.value);
  return entries;
}

py::object package_of(const Scenario& scenario, const std::vector<int>& package) {
  if (package.empty()) return py::none();
  py::dict choices;
  for (std::size_t issue = 0; issue < package.size(); ++issue) {
    if (package[issue] < 0) continue;
    const Issue& about = scenario.issues[issue];
    const Option& option = about.options[package[issue]];
    choices[py::str(about.id)] =
        about.range ? py::object(py::float_(option.at)) : py::object(py::str(option.id));
  }
  return choices;
}

py::tuple ids_of(const Scenario& scenario, const std::vector<int>& actors) {
  py::tuple ids(actors.size());
  for (std::size_t place = 0; place < actors.size(); ++place) {
    ids[place] = scenario.actors[actors[place]].id;
  }
  return ids;
}

Language language_of(const std::string& code) {
  const auto language = find_language(code);
  if (!language) throw py::value_error("lang must be 'en', 'bg' or 'uk', is '" + code + "'");
  return *language;
}

std::string path_of(const py::handle& path) {
  return py::module_::import("os").attr("fsdecode")(path).cast<std::string>();
}

bool is_path(const py::handle& value) {
  return py::isinstance<py::str>(value) || py::hasattr(value, "__fspath__");
}

}  // namespace detente::python
