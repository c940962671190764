#include "detente/scenario/file_head.hpp"

#include "detente/scenario/read.hpp"
#include "detente/scenario/yaml.hpp"

namespace detente {
namespace {

std::string word_under(const Value& root, std::string_view key) {
  const Value* const value = root.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string{};
}

}  // namespace

Result<FileHead> head_of_file(const std::string& file) {
  const auto text = detail::read_file(file);
  if (!text) return detail::cannot_open(file);
  detail::Faults faults;
  const detail::SourceText source = detail::prepare(file, *text, faults);
  const Value root = detail::parse_yaml(source, faults).root;
  FileHead head{.schema = word_under(root, "schema"), .scenario = word_under(root, "scenario")};
  if (head.schema.empty() && faults.any_errors()) return faults.list(source);
  return head;
}

}  // namespace detente
