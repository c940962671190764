#include "ui/panels/batch_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <sstream>

#include "ui/desk_change.hpp"
#include "ui/desk_view.hpp"
#include "ui/panels/path_words.hpp"

namespace detente::ui {
namespace {

enum class Strokes { none, rising, falling, crossed, level };

/// Of those that agreed, and of the others: as many as are told apart, then the last.
constexpr std::array kAgreedStrokes{Strokes::none, Strokes::level};
constexpr std::array kOtherStrokes{Strokes::rising, Strokes::falling, Strokes::crossed};
constexpr int kDigits = 4;      // decimals, at most
constexpr float kStep = 0.42F;  // units between two strokes

const Scenario& scenario_in(const BatchStore& store) {
  static const Scenario none;
  return store.source == nullptr ? none : store.source->loaded.scenario;
}

/// A kind's place among those that agreed, or among the others.
int rank_of(const std::vector<OutcomeKind>& kinds, int kind) {
  int rank = 0;
  for (int before = 0; before < kind; ++before) {
    if (kinds[before].agreed == kinds[kind].agreed) ++rank;
  }
  return rank;
}

Colour ground_of(const Theme& theme, const std::vector<OutcomeKind>& kinds, int kind) {
  if (kinds.empty()) return faded(theme.accent, 0.75F);
  const int rank = rank_of(kinds, kind);
  if (kinds[kind].agreed) return rank == 0 ? theme.accent : faded(theme.accent, 0.6F);
  constexpr std::array kStrengths{0.5F, 0.7F, 0.85F};
  const float strength = kStrengths[std::min<std::size_t>(rank, kStrengths.size() - 1)];
  return faded(rank == 1 ? theme.warning : theme.edge, rank == 1 ? 0.45F : strength);
}

Strokes strokes_of(const std::vector<OutcomeKind>& kinds, int kind) {
  if (kinds.empty()) return Strokes::none;
  const auto rank = static_cast<std::size_t>(rank_of(kinds, kind));
  if (kinds[kind].agreed) return kAgreedStrokes[std::min(rank, kAgreedStrokes.size() - 1)];
  return kOtherStrokes[std::min(rank, kOtherStrokes.size() - 1)];
}

/// Slanting lines within a box, cut at its edges.
void draw_slants(Canvas& canvas, const Box& box, bool rising, float step, Colour colour) {
  const float width = box.width();
  const float height = box.height();
  const int count = static_cast<int>((width + height) / step);
  for (int line = 1; line <= count; ++line) {
    const float sum = step * (static_cast<float>(line) - 0.5F);
    const float from = std::max(0.0F, sum - height);
    const float to = std::min(width, sum);
    if (to <= from) continue;
    const auto at = [&](float across) {
      const float x = rising ? across : width - across;
      return Point{box.min.x + x, box.min.y + sum - across};
    };
    canvas.line(at(from), at(to), colour);
  }
}

void draw_levels(Canvas& canvas, const Box& box, float step, Colour colour) {
  const int count = static_cast<int>(box.height() / step);
  for (int line = 0; line <= count; ++line) {
    const float y = box.min.y + step * (static_cast<float>(line) + 0.5F);
    if (y < box.max.y) canvas.line({box.min.x, y}, {box.max.x, y}, colour);
  }
}

/// A part of a bar, measured along it.
Box part_of(const EndingBar& bar, float from, float to) {
  const Box& box = bar.box;
  if (bar.upwards) {
    return {{box.min.x, box.max.y - to * box.height()},
            {box.max.x, box.max.y - from * box.height()}};
  }
  return {{box.min.x + from * box.width(), box.min.y}, {box.min.x + to * box.width(), box.max.y}};
}

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

/// `us_forces=none monitoring=both` in words.
std::string package_in_words(const detail::Voice& voice, const std::string& package) {
  std::string text;
  for (const std::string& part : split(package, ' ')) {
    const std::size_t sign = std::min(part.find('='), part.size());
    const int issue = index_of(voice.scenario().issues, part.substr(0, sign));
    if (issue < 0 || sign == part.size()) return package;
    const std::string option_id = part.substr(sign + 1);
    const int option = index_of(voice.scenario().issues[issue].options, option_id);
    if (!text.empty()) text += "; ";
    text += voice.issue(issue) + ": ";
    text += option < 0 ? option_id : voice.option(issue, option);
  }
  return text;
}

/// `us+ukraine` in words.
std::string coalition_in_words(const detail::Voice& voice, const std::string& coalition) {
  std::string text;
  for (const std::string& part : split(coalition, '+')) {
    const int actor = index_of(voice.scenario().actors, part);
    if (!text.empty()) text += ", ";
    text += actor < 0 ? part : voice.title_of_actor(actor);
  }
  return text;
}

/// The id behind the dot of `utility.us`.
std::string behind_dot(const std::string& name) {
  const std::size_t dot = name.find('.');
  return dot == std::string::npos ? std::string() : name.substr(dot + 1);
}

}  // namespace

BatchVoice::BatchVoice(const Ui& ui, const BatchStore& store)
    : ui_(&ui), store_(&store), voice_(scenario_in(store), ui.look().language) {
}

std::string BatchVoice::title(const std::string& column) const {
  const std::string key = "batch.metric_" + column.substr(0, column.find('.'));
  const std::string subject = behind_dot(column);
  const ResultColumn* const known = column_of(store_->results, column);
  const bool varied = known == nullptr || known->column.role == Column::Role::varied;
  if (!varied && has_words(key)) {
    const Scenario& scenario = voice_.scenario();
    const int actor = index_of(scenario.actors, subject);
    const int issue = index_of(scenario.issues, subject);
    const std::string what = actor >= 0   ? voice_.title_of_actor(actor)
                             : issue >= 0 ? voice_.issue(issue)
                                          : subject;
    return ui_->say(key, {{"what", what}});
  }
  if (!varied) return column;
  const bool everybody = column.starts_with("actors.*.");
  const std::string words = path_words(*ui_, voice_, column, true);
  return everybody ? ui_->say("batch.everybody", {{"what", words}}) : words;
}

std::string BatchVoice::value(const std::string& column, double number) const {
  const ResultColumn* const known = column_of(store_->results, column);
  if (known != nullptr && known->column.kind == Column::Kind::flag) {
    return ui_->say(number > 0.5 ? "batch.yes" : "batch.no");
  }
  return voice_.short_number(number, kDigits);
}

std::string BatchVoice::word(const std::string& column, const std::string& word) const {
  const Scenario& scenario = voice_.scenario();
  if (column == "stage") {
    const int stage = index_of(scenario.stages, word);
    return stage < 0 ? word : voice_.stage(stage);
  }
  if (column == "reason" && has_words("batch.reason_" + word)) {
    return ui_->say("batch.reason_" + word);
  }
  if (column == "package") return package_in_words(voice_, word);
  if (column == "coalition") return coalition_in_words(voice_, word);
  if (column.starts_with("option.")) {
    const int issue = index_of(scenario.issues, behind_dot(column));
    const int option = issue < 0 ? -1 : index_of(scenario.issues[issue].options, word);
    return option < 0 ? word : voice_.option(issue, option);
  }
  const ResultColumn* const known = column_of(store_->results, column);
  const bool varied = known != nullptr && known->column.role == Column::Role::varied;
  return varied ? value_words(*ui_, voice_, column, Value::of(std::string_view(word))) : word;
}

std::string BatchVoice::stretch(const std::string& column, double from, double to) const {
  if (from == to) return value(column, from);
  // as many decimals as it takes to tell both ends apart
  const int digits = std::clamp(static_cast<int>(std::ceil(-std::log10(to - from))) + 1, 0, 6);
  return voice_.short_number(from, digits) + " – " + voice_.short_number(to, digits);
}

std::string BatchVoice::entry(const ResultColumn& column, std::size_t row) const {
  const double number = column.numbers[row];
  if (std::isnan(number)) return "–";
  if (column.column.kind != Column::Kind::text) return value(column.column.name, number);
  return word(column.column.name, column.words[static_cast<std::size_t>(number)]);
}

std::string BatchVoice::place(const ShareAxis& axis, int place) const {
  const auto at = static_cast<std::size_t>(place);
  if (!axis.words.empty()) return word(axis.column, axis.words[at]);
  return stretch(axis.column, axis.from[at], axis.to[at]);
}

std::string BatchVoice::ending(const OutcomeKind& kind) const {
  const bool many = voice_.scenario().stages.size() > 1;
  if (kind.agreed || kind.stage.empty() || !many) {
    return ui_->say(kind.agreed ? "batch.agreed" : "batch.no_agreement");
  }
  return ui_->say("batch.no_agreement_at", {{"stage", word("stage", kind.stage)}});
}

int counted(std::int64_t number) {
  return static_cast<int>(std::min<std::int64_t>(number, std::numeric_limits<int>::max()));
}

void draw_ending(Canvas& canvas, const Theme& theme, const Box& box,
                 const std::vector<OutcomeKind>& kinds, int kind) {
  canvas.rect(box, ground_of(theme, kinds, kind));
  const Strokes strokes = strokes_of(kinds, kind);
  const bool agreed = kinds.empty() || kinds[kind].agreed;
  const Colour colour = faded(agreed ? theme.on_accent : theme.text, 0.55F);
  const float step = kStep * line_height();
  if (box.width() < 2.0F || box.height() < 2.0F) return;
  const bool rising = strokes == Strokes::rising || strokes == Strokes::crossed;
  const bool falling = strokes == Strokes::falling || strokes == Strokes::crossed;
  if (rising) draw_slants(canvas, box, true, step, colour);
  if (falling) draw_slants(canvas, box, false, step, colour);
  if (strokes == Strokes::level) draw_levels(canvas, box, step, colour);
}

void draw_ending_bar(Canvas& canvas, const Theme& theme, const EndingBar& bar,
                     const std::vector<OutcomeKind>& kinds) {
  std::int64_t all = 0;
  for (const std::int64_t count : bar.counts) all += count;
  if (all == 0) return;
  std::int64_t before = 0;
  const auto share = [&](std::int64_t count) {
    return static_cast<float>(static_cast<double>(count) / static_cast<double>(all));
  };
  for (std::size_t kind = 0; kind < bar.counts.size(); ++kind) {
    if (bar.counts[kind] == 0) continue;
    const Box part = part_of(bar, share(before), share(before + bar.counts[kind]));
    draw_ending(canvas, theme, part, kinds, static_cast<int>(kind));
    before += bar.counts[kind];
  }
}

void draw_ending_legend(Ui& ui, const BatchVoice& voice, const std::vector<OutcomeKind>& kinds) {
  const float unit = ui.unit();
  Canvas canvas = ui.canvas();
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    if (kind > 0) ui.same_line(0.6F);
    const std::string words = voice.ending(kinds[kind]);
    const float width = measure(words, Typeface::small).x + 2.0F * unit;
    const Box box = ui.take(1.1F * unit, std::min(width, ui.body().width()));
    const Box swatch{{box.min.x, box.min.y + 0.05F * unit},
                     {box.min.x + 1.1F * unit, box.min.y + 1.05F * unit}};
    draw_ending(canvas, ui.theme(), swatch, kinds, static_cast<int>(kind));
    canvas.frame(swatch, ui.theme().edge);
    ui.label("legend_" + std::to_string(kind), {box.min.x + 1.5F * unit, box.min.y + 0.1F * unit},
             words, ui.theme().text, Typeface::small, box.max.x - box.min.x - 1.5F * unit);
  }
}

std::string ending_words(const Ui& ui, const BatchVoice& voice,
                         const std::vector<OutcomeKind>& kinds,
                         const std::vector<std::int64_t>& counts) {
  std::int64_t all = 0;
  for (const std::int64_t count : counts) all += count;
  std::string text;
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    if (counts[kind] == 0 || kinds.empty()) continue;
    const double percent = 100.0 * static_cast<double>(counts[kind]) / static_cast<double>(all);
    text += '\n' + ui.say("batch.share", {{"ending", voice.ending(kinds[kind])},
                                          {"n", counted(counts[kind])},
                                          {"all", counted(all)},
                                          {"percent", voice.voice().short_number(percent, 0)}});
  }
  return text;
}

void draw_command(Ui& ui, Desk& desk, const std::string& command) {
  if (command.empty()) return;
  const std::string label = ui.say("batch.copy");
  const float button = (measure(label).x + 1.8F * ui.unit()) / std::max(ui.width(), 1.0F);
  ui.columns({std::max(0.2F, 1.0F - button), std::min(0.8F, button)});
  // a copy: letters can be chosen in it, but not changed
  std::string text = command;
  ui.field("command", {}, text);
  ui.next_column();
  if (ui.button("copy", label)) {
    desk.to_clipboard = command;
    tell(desk, say(desk, "batch.copied"));
  }
  ui.end_columns();
}

void choose_column(Ui& ui, const BatchVoice& voice, const std::string& id, std::string& chosen,
                   const std::vector<std::string>& names) {
  std::vector<std::string> titles;
  titles.reserve(names.size());
  for (const std::string& name : names) titles.push_back(voice.title(name));
  const auto now = std::find(names.begin(), names.end(), chosen);
  const int place = now == names.end() ? -1 : static_cast<int>(now - names.begin());
  if (const auto picked = ui.choice(id, titles, place)) {
    chosen = names[static_cast<std::size_t>(*picked)];
  }
}

std::vector<std::string> column_names(const BatchStore& store, bool metrics_only) {
  std::vector<std::string> names;
  for (const ResultColumn& column : store.results.columns) {
    const bool metric = column.column.role == Column::Role::metric;
    if (metric || !metrics_only) names.push_back(column.column.name);
  }
  return names;
}

const BatchCharts* shown_charts(Ui& ui, const Desk& desk) {
  const BatchState& batch = desk.batch;
  if (batch.folder.empty() || !batch.fault.empty()) {
    ui.text("empty", ui.say("batch.empty"), Tone::quiet);
    return nullptr;
  }
  if (batch.charts == nullptr) {
    ui.line("wait", ui.say("view.wait"), Tone::quiet);
    return nullptr;
  }
  if (batch.charts->store->results.rows() > 0) return batch.charts.get();
  ui.text("empty", ui.say("batch.no_runs"), Tone::quiet);
  return nullptr;
}

}  // namespace detente::ui
