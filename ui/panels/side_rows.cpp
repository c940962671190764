#include "ui/panels/side_rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "detente/report/voice.hpp"
#include "ui/panels/acceptance_table.hpp"
#include "ui/panels/chart.hpp"

namespace detente::ui {
namespace {

using Kind = SideRow::Kind;

/// What the rows are made from.
struct Scene {
  const Ui* ui = nullptr;
  const detail::Voice* voice = nullptr;
  const TraceStage* stage = nullptr;
  const TraceRound* round = nullptr;
  const TraceOffer* offer = nullptr;  ///< On the table, or nullptr.
  bool moves = false;                 ///< Of a conflict: what was offered is a move.
};

const TraceOffer* offer_up_to(const TraceStage& stage, int round) {
  for (; round >= 0; --round) {
    if (!stage.rounds[round].offers.empty()) return &stage.rounds[round].offers.back();
  }
  return nullptr;
}

void add_place(const Scene& scene, std::vector<SideRow>& rows) {
  const int number = scene.round->number;
  const Slots slots{{"stage", scene.voice->stage(scene.stage->stage)},
                    {"round", number},
                    {"rounds", scene.round->tables->rounds}};
  rows.push_back({"place", scene.ui->say(number == 0 ? "side.opening" : "side.round", slots)});
}

void add_offer(const Scene& scene, std::vector<SideRow>& rows) {
  if (scene.offer == nullptr) {
    rows.push_back({"offer", scene.ui->say(scene.moves ? "side.no_move" : "side.no_offer")});
    return;
  }
  const detail::Voice& voice = *scene.voice;
  const char* const key = scene.moves ? "side.move" : "side.offer";
  const Slots slots{{"who", voice.actors(scene.offer->by)}, {"round", scene.offer->round}};
  rows.push_back({"offer", detail::capitalised(scene.ui->say(key, slots)), Kind::heading});
  for (const int issue : scene.round->tables->view.issues) {
    const int option = scene.offer->package[issue];
    if (option < 0) continue;
    rows.push_back({"issue_" + voice.scenario().issues[issue].id,
                    voice.issue(issue) + ": " + voice.option(issue, option)});
  }
}

Kind kind_of(Verdict verdict) {
  if (verdict == Verdict::accepts || verdict == Verdict::proposer) return Kind::yes;
  return verdict == Verdict::refuses || verdict == Verdict::leaves ? Kind::no : Kind::plain;
}

void add_answers(const Scene& scene, std::vector<SideRow>& rows) {
  if (scene.offer == nullptr) return;
  const detail::Voice& voice = *scene.voice;
  rows.push_back({"answers", scene.ui->say("side.answers"), Kind::heading});
  for (const AcceptanceRow& row : acceptance_table(*scene.stage, *scene.offer).rows) {
    // two decimals as a rule, so that equal numbers read alike on both sides
    detail::Comparison numbers{voice.number(row.utility), voice.number(row.threshold), {}};
    if (numbers.utility == numbers.threshold) numbers = voice.compare(row.utility, row.threshold);
    const std::string sign = row.utility >= row.threshold - kTolerance ? " ≥ " : " < ";
    const std::string verdict =
        scene.ui->say("verdict." + std::to_string(static_cast<int>(row.verdict)));
    std::string text = voice.title_of_actor(row.actor) + " ";
    text.append(numbers.utility).append(sign).append(numbers.threshold);
    text.append(", ").append(verdict);
    rows.push_back({"answer_" + voice.scenario().actors[row.actor].id,
                    std::move(text),
                    kind_of(row.verdict),
                    {row.actor}});
  }
}

void add_blocs(const Scene& scene, std::vector<SideRow>& rows) {
  if (scene.round->blocs.empty()) return;
  rows.push_back({"blocs", scene.ui->say("side.blocs"), Kind::heading});
  for (const auto& bloc : scene.round->blocs) {
    std::string id = "bloc";
    std::vector<std::string> names;
    for (const int actor : bloc) {
      id += '_' + scene.voice->scenario().actors[actor].id;
      names.push_back(scene.voice->title_of_actor(actor));
    }
    rows.push_back({id, detail::join(scene.voice->language(), names), Kind::plain, bloc});
  }
}

/// Who left and who passed; the numbers that changed are listed with the inputs.
void add_events(const Scene& scene, std::vector<SideRow>& rows) {
  std::vector<SideRow> events;
  for (const TraceEvent& event : scene.round->events) {
    const bool left = event.kind == TraceEvent::Kind::left;
    if (!left && event.kind != TraceEvent::Kind::pass) continue;
    events.push_back(
        {(left ? "left_" : "pass_") + scene.voice->scenario().actors[event.actors.front()].id,
         scene.voice->sentence(left ? "event.left" : "event.pass",
                               {{"who", scene.voice->actors(event.actors)}}),
         Kind::plain, event.actors});
  }
  if (events.empty()) return;
  rows.push_back({"events", scene.ui->say("side.events"), Kind::heading});
  rows.insert(rows.end(), events.begin(), events.end());
}

/// One row: text in lines beside marks and a tick or cross; bold in a frame if it differs.
void draw_row(Ui& ui, const SideRow& row, bool differs) {
  const float unit = ui.unit();
  const bool vote = row.kind == Kind::yes || row.kind == Kind::no;
  const float marks = 0.85F * unit * static_cast<float>(row.actors.size());
  const float lead = 0.4F * unit + (row.kind == Kind::heading ? 0.0F : marks);
  const float tail = vote ? 1.4F * unit : 0.4F * unit;
  const bool bold = differs || row.kind == Kind::heading;
  const Typeface face = bold ? Typeface::strong : Typeface::body;
  const auto lines = lines_of(row.text, std::max(ui.width() - lead - tail, 4.0F * unit), face);
  const Box box = ui.take(static_cast<float>(lines.size()) * unit + 0.2F * unit);
  if (!ui.visible(box)) return;
  Canvas canvas = ui.canvas();
  const Theme& theme = ui.theme();
  const float middle = box.min.y + 0.6F * unit;
  float y = box.min.y + 0.1F * unit;
  for (const std::string& line : lines) {
    canvas.text({box.min.x + lead, y}, line, theme.text, face);
    y += unit;
  }
  if (row.kind != Kind::heading) {
    draw_actor_marks(canvas, ui, row.actors, {box.min.x + 0.3F * unit, middle});
  }
  const Point glyph{box.max.x - 0.8F * unit, middle};
  if (row.kind == Kind::yes) draw_tick(canvas, glyph, 0.35F * unit, theme.accepts);
  if (row.kind == Kind::no) draw_cross(canvas, glyph, 0.35F * unit, theme.refuses);
  if (differs) canvas.frame(box.inset(1.0F), theme.text, 1.5F, 0.2F * unit);
  ui.mark(row.id, box, row.text);
}

}  // namespace

std::vector<SideRow> side_rows(const Ui& ui, const Side& side) {
  const TraceStage& stage = side.run->stage_at(side.frame);
  const TraceRound& round = side.run->round_at(side.frame);
  const detail::Voice voice(*round.scenario, ui.look().language);
  const Scene scene{&ui,
                    &voice,
                    &stage,
                    &round,
                    offer_up_to(stage, side.run->frames[side.frame].round),
                    round.tables->board != nullptr};
  std::vector<SideRow> rows;
  add_place(scene, rows);
  add_offer(scene, rows);
  if (!scene.moves) {
    add_answers(scene, rows);
    add_blocs(scene, rows);
  }
  add_events(scene, rows);
  return rows;
}

void draw_side_rows(Ui& ui, const std::vector<SideRow>& rows, const std::vector<SideRow>& across) {
  std::map<std::string, std::string> others;
  for (const SideRow& row : across) others.emplace(row.id, row.text);
  bool any = false;
  for (const SideRow& row : rows) {
    const auto other = others.find(row.id);
    const bool differs = !across.empty() && (other == others.end() || other->second != row.text);
    if (row.kind == Kind::heading && row.id != "offer") ui.skip(0.3F);
    draw_row(ui, row, differs);
    any = any || differs;
  }
  if (any) ui.text("marked", ui.say("side.marked"), Tone::quiet);
}

}  // namespace detente::ui
