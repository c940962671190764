// Prints what our reader makes of YAML files, for scenarios_yaml_test.py to compare: yaml_values
// FILE... One JSON document a line: a map is {"map": [[key, value], ...]}, a list {"list": [...]},
// a scalar {"text": ..., "quoted": ..., "number": what it is as a number or null}.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "detente/core/text.hpp"
#include "detente/scenario/yaml.hpp"

using namespace detente;  // NOLINT(google-build-using-namespace): one small program
using nlohmann::json;

namespace {

json to_json(const Value& value) {
  if (value.kind == Value::Kind::null) return nullptr;
  if (value.is_list()) {
    json items = json::array();
    for (const Value& item : value.items) items.push_back(to_json(item));
    return {{"list", items}};
  }
  if (value.is_map()) {
    json entries = json::array();
    for (const Entry& entry : value.entries) {
      entries.push_back(json::array({entry.key, to_json(entry.value)}));
    }
    return {{"map", entries}};
  }
  const auto number = parse_number(value.scalar);
  return {{"text", value.scalar},
          {"quoted", value.quoted},
          {"number", number && !value.quoted ? json(*number) : json(nullptr)}};
}

}  // namespace

int main(int argc, char** argv) {
  for (int place = 1; place < argc; ++place) {
    std::ostringstream bytes;
    bytes << std::ifstream(argv[place], std::ios::binary).rdbuf();
    detail::Faults faults;
    const detail::SourceText source = detail::prepare(argv[place], bytes.str(), faults);
    const detail::Document document = detail::parse_yaml(source, faults);
    if (faults.any_errors() || !document.complete) {
      for (const Diagnostic& fault : faults.list(source)) std::cerr << to_string(fault) << '\n';
      return 1;
    }
    std::cout << to_json(document.root).dump() << '\n';
  }
}
