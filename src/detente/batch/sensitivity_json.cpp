#include <cmath>

#include "detente/batch/sensitivity.hpp"
#include "detente/core/json.hpp"
#include "detente/study/estimate_json.hpp"

namespace detente {
namespace {

using detail::estimate_json;
using detail::interval_json;

/// A value of an input, or the range that a step covers.
Json place_json(const TornadoStep& step) {
  if (!step.word.empty()) return step.word;
  if (step.from == step.to) return step.from;
  return interval_json(Interval{step.from, step.to});
}

Json step_json(const TornadoStep& step) {
  Json json;
  json["at"] = place_json(step);
  json["mean"] = step.mean;
  json["runs"] = step.n;
  return json;
}

void add_bar(const std::optional<TornadoBar>& bar, Json& json) {
  json["low"] = bar ? step_json(bar->steps[bar->low]) : Json(nullptr);
  json["high"] = bar ? step_json(bar->steps[bar->high]) : Json(nullptr);
  json["swing"] = bar ? Json(bar->swing) : Json(nullptr);
  json["spread"] = bar ? Json(bar->spread) : Json(nullptr);
  json["steps"] = Json::array();
  if (!bar) return;
  for (const TornadoStep& step : bar->steps) json["steps"].push_back(step_json(step));
}

Json threshold_json(const Sensitivity& sensitivity, const Threshold& threshold) {
  Json json;
  json["input"] = sensitivity.inputs[threshold.input];
  json["side"] = threshold.above ? "above" : "below";
  json["cut"] = threshold.cut;
  json["value"] = threshold.yes;
  json["share"] = threshold.share;
  json["runs"] = threshold.runs;
  json["share_elsewhere"] = threshold.share_elsewhere;
  json["runs_elsewhere"] = threshold.runs_elsewhere;
  json["share_of_all"] = threshold.base;
  json["gain"] = threshold.gain;
  return json;
}

Json remarks_json(const Sensitivity& sensitivity, const std::vector<SensitivityRemark>& remarks) {
  Json list = Json::array();
  for (const SensitivityRemark& remark : remarks) {
    Json json;
    json["kind"] = warning_name(remark.kind);
    if (remark.count > 0) json["count"] = remark.count;
    for (const int input : remark.inputs) json["inputs"].push_back(sensitivity.inputs[input]);
    list.push_back(std::move(json));
  }
  return list;
}

std::string_view method_name(SobolMethod method) {
  switch (method) {
    case SobolMethod::saltelli:
      return "saltelli";
    case SobolMethod::classes:
      return "classes";
    case SobolMethod::none:
      break;
  }
  return "none";
}

Json metric_json(const Sensitivity& sensitivity, const MetricSensitivity& metric) {
  Json json;
  json["metric"] = metric.metric;
  json["n"] = metric.n;
  const bool any = metric.n > 0;
  json["mean"] = any ? Json(metric.mean) : Json(nullptr);
  json["deviation"] = any ? Json(metric.deviation) : Json(nullptr);
  json["range"] = any ? interval_json(Interval{metric.low, metric.high}) : Json(nullptr);
  json["base"] = metric.base ? Json(*metric.base) : Json(nullptr);
  json["first_order_method"] = method_name(metric.method);
  if (metric.method == SobolMethod::saltelli) json["base_points"] = metric.base_points;
  json["inputs"] = Json::array();
  for (const InputEffect& effect : metric.effects) {
    Json own;
    own["input"] = sensitivity.inputs[effect.input];
    add_bar(effect.bar, own);
    own["first_order"] = estimate_json(effect.first);
    own["total_order"] = estimate_json(effect.total);
    own["rank_correlation"] = estimate_json(effect.correlation);
    json["inputs"].push_back(std::move(own));
  }
  json["thresholds"] = Json::array();
  for (const Threshold& threshold : metric.thresholds) {
    json["thresholds"].push_back(threshold_json(sensitivity, threshold));
  }
  json["warnings"] = remarks_json(sensitivity, metric.remarks);
  return json;
}

Json axis_place(const ShareAxis& axis, int place) {
  if (!axis.words.empty()) return axis.words[place];
  if (axis.from[place] == axis.to[place]) return axis.from[place];
  return interval_json(Interval{axis.from[place], axis.to[place]});
}

Json axis_json(const ShareAxis& axis) {
  Json json;
  json["column"] = axis.column;
  json["places"] = Json::array();
  for (int place = 0; place < axis.count(); ++place) {
    json["places"].push_back(axis_place(axis, place));
  }
  return json;
}

Json cell_json(const OutcomeShares& map, int column, int row) {
  const std::int64_t runs = map.runs(column, row);
  Json cell;
  cell["x"] = axis_place(map.x, column);
  cell["y"] = axis_place(map.y, row);
  cell["n"] = runs;
  cell["shares"] = Json::array();
  for (std::size_t kind = 0; kind < map.kinds.size() && runs > 0; ++kind) {
    const std::int64_t count = map.count(column, row, static_cast<int>(kind));
    cell["shares"].push_back(static_cast<double>(count) / static_cast<double>(runs));
  }
  return cell;
}

Json map_json(const OutcomeShares& map) {
  Json json;
  json["x"] = axis_json(map.x);
  json["y"] = axis_json(map.y);
  json["outcomes"] = Json::array();
  for (const OutcomeKind& kind : map.kinds) {
    Json own;
    own["agreed"] = kind.agreed;
    own["stage"] = kind.stage.empty() ? Json(nullptr) : Json(kind.stage);
    json["outcomes"].push_back(std::move(own));
  }
  json["left_out"] = map.left_out;
  json["cells"] = Json::array();
  for (int cell = 0; cell < map.rows() * map.columns(); ++cell) {
    json["cells"].push_back(cell_json(map, cell % map.columns(), cell / map.columns()));
  }
  return json;
}

}  // namespace

std::string to_json(const Sensitivity& sensitivity) {
  Json json;
  json["schema"] = "detente/sensitivity/1";
  json["store"] = sensitivity.folder;
  json["command"] = sensitivity.command;
  json["design"] = design_name(sensitivity.design);
  json["repetitions"] = sensitivity.repetitions;
  json["unit"] = sensitivity.by_point ? "point" : "run";
  json["planned"] = sensitivity.planned;
  json["runs"] = sensitivity.rows;
  json["failed"] = sensitivity.failed;
  json["counted"] = sensitivity.counted;
  json["seed"] = sensitivity.seed;
  json["resamples"] = sensitivity.resamples;
  json["inputs"] = sensitivity.inputs;
  json["metrics"] = Json::array();
  for (const MetricSensitivity& metric : sensitivity.metrics) {
    json["metrics"].push_back(metric_json(sensitivity, metric));
  }
  json["map"] = sensitivity.map ? map_json(*sensitivity.map) : Json(nullptr);
  json["warnings"] = remarks_json(sensitivity, sensitivity.remarks);
  return compact(json);
}

}  // namespace detente
