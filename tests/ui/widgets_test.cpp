#include "ui/widgets.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <functional>
#include <string>

#include "ui/feed.hpp"
#include "ui/fonts.hpp"
#include "ui/pane.hpp"

using namespace detente::ui;  // NOLINT(google-build-using-namespace): tests only

namespace {

/// Two panes of our own, drawn by the test.
class Stage {
 public:
  explicit Stage(std::function<void(Ui&)> draw) : draw_(std::move(draw)) {
    prepare_imgui();
    frame({});
    frame({});
  }
  ~Stage() { ImGui::DestroyContext(context_); }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void frame(const Input& input) {
    prepare_fonts(14, false);
    const Box window{{0, 0}, {800, 600}};
    feed_imgui(input, window);
    ImGui::NewFrame();
    ui.begin(look, input, window);
    draw_(ui);
    ui.end();
    ImGui::Render();
  }
  void key(const std::string& name) {
    frame({.pressed = {find_chord(name)}});
    frame({});
  }
  void type(const std::string& text) { frame({.typed = text}); }
  void click(const std::string& path) {
    const Point at = ui.registry().find(path)->box.centre();
    for (const bool down : {false, true, false, false}) {
      frame({.mouse_x = at.x, .mouse_y = at.y, .mouse_down = down});
    }
  }
  void drag(Point from, Point to) {
    frame({.mouse_x = from.x, .mouse_y = from.y});
    frame({.mouse_x = from.x, .mouse_y = from.y, .mouse_down = true});
    frame({.mouse_x = to.x, .mouse_y = to.y, .mouse_down = true});
    frame({.mouse_x = to.x, .mouse_y = to.y});
  }
  std::string value(const std::string& path) {
    const Item* item = ui.registry().find(path);
    return item == nullptr ? "(not drawn)" : item->value;
  }

 private:
  ImGuiContext* context_ = ImGui::CreateContext();
  std::function<void(Ui&)> draw_;

 public:
  Ui ui{};
  Look look{};
};

const Box kLeft{{0, 0}, {400, 600}};
const Box kRight{{400, 0}, {800, 600}};

/// What the widgets below did.
struct Done {
  int pressed = 0;
  bool on = false;
  int chosen = 0;
  double number = 0.5;
  int committed = 0;
  std::string text{"old"};
  int written = 0;
};

void draw_all(Ui& ui, Done& done) {
  {
    const PaneScope pane(ui, "left", "Left", kLeft);
    if (ui.button("go", "Go")) ++done.pressed;
    if (ui.toggle("on", "On", done.on)) done.on = !done.on;
    if (const auto place = ui.choice("pick", {"one", "two", "three"}, done.chosen)) {
      done.chosen = *place;
    }
    if (ui.slider("number", "Number", done.number, 0, 2).committed) ++done.committed;
    ui.button("grey", "Grey", Tone::plain, "not now");
  }
  const PaneScope pane(ui, "right", "Right", kRight);
  if (ui.field("name", "Name", done.text).committed) ++done.written;
  if (const auto place = ui.tabs("tabs", {"a", "b"}, done.chosen)) done.chosen = *place;
}

}  // namespace

TEST_CASE("widgets do what the mouse asks of them") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.click("left/go");
  CHECK(done.pressed == 1);
  stage.click("left/on");
  CHECK(done.on);
  CHECK(stage.value("left/on") == "on");
  stage.click("left/grey");
  CHECK(stage.value("window/tip") == "not now");
  stage.click("right/tabs/1");
  CHECK(done.chosen == 1);
  CHECK(stage.value("left/pick") == "two");
  stage.click("left/pick");
  CHECK(stage.value("left/pick/2") == "three");
  stage.click("left/pick/2");
  CHECK(done.chosen == 2);
  CHECK(stage.value("left/pick/2") == "(not drawn)");
}

TEST_CASE("a click beside an open list only closes it") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.click("left/pick");
  stage.click("right/tabs/1");
  CHECK(done.chosen == 0);
  CHECK(stage.value("left/pick/2") == "(not drawn)");
}

TEST_CASE("a slider follows the mouse, and counts once when it is let go") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  const Box box = stage.ui.registry().find("left/number")->box;
  stage.drag({box.min.x + box.width() / 4, box.centre().y},
             {box.min.x + box.width() * 0.75F, box.centre().y});
  CHECK(done.number == doctest::Approx(1.5));
  CHECK(done.committed == 1);
  CHECK(stage.value("left/number") == "1.50");
}

TEST_CASE("Tab goes from pane to pane, up and down inside, and comes back to where it was") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.key("Tab");
  CHECK(stage.ui.focused() == "left/go");
  stage.key("Enter");
  CHECK(done.pressed == 1);
  stage.key("Down");
  stage.key("Enter");
  CHECK(stage.ui.focused() == "left/on");
  CHECK(done.on);
  stage.key("Tab");
  CHECK(stage.ui.focused() == "right/name");
  stage.key("Shift+Tab");
  CHECK(stage.ui.focused() == "left/on");
}

TEST_CASE("arrows left and right belong to a focused slider, choice or tabs") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.ui.focus("left/number");
  stage.frame({.pressed = {find_chord("Right")}});
  CHECK(stage.ui.arrows_taken());
  CHECK(done.number == doctest::Approx(0.52));
  CHECK(done.committed == 1);
  stage.ui.focus("right/tabs");
  stage.key("Right");
  CHECK(done.chosen == 1);
  stage.ui.focus("left/go");
  stage.frame({.pressed = {find_chord("Right")}});
  CHECK_FALSE(stage.ui.arrows_taken());
}

TEST_CASE("a field takes text from Enter until Enter, Escape or Tab") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.key("Tab");
  stage.key("Tab");
  CHECK(stage.ui.focused() == "right/name");
  CHECK_FALSE(stage.ui.typing());
  stage.key("Enter");
  CHECK(stage.ui.typing());
  stage.type("Мир");
  CHECK(done.text == "Мир");
  CHECK(done.written == 0);
  stage.key("Enter");
  CHECK_FALSE(stage.ui.typing());
  CHECK(done.written == 1);
  stage.click("right/name");
  CHECK(stage.ui.typing());
  stage.type("!");
  stage.key("Escape");
  CHECK_FALSE(stage.ui.typing());
  CHECK(done.text.find('!') != std::string::npos);
  CHECK(done.written == 2);
}

TEST_CASE("a greyed widget can be focused, says why, and does nothing") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  stage.key("Tab");
  for (int step = 0; step < 4; ++step) stage.key("Down");
  CHECK(stage.ui.focused() == "left/grey");
  CHECK(stage.value("window/tip") == "not now");
  CHECK_FALSE(stage.ui.registry().find("left/grey")->enabled);
}

TEST_CASE("nothing below a layer can be reached") {
  Done done;
  bool open = true;
  int closed = 0;
  Stage stage([&](Ui& ui) {
    draw_all(ui, done);
    if (!open) return;
    ui.begin_layer("box", {{200, 100}, {600, 400}});
    {
      const PaneScope pane(ui, "box", "Box", {{200, 100}, {600, 400}});
      if (ui.button("close", "Close")) ++closed;
    }
    ui.end_layer();
  });
  CHECK(stage.ui.focused() == "box/close");
  stage.click("left/go");
  CHECK(done.pressed == 0);
  for (int turn = 0; turn < 3; ++turn) {
    stage.key("Tab");
    CHECK(stage.ui.focused().starts_with("box/"));
  }
  stage.click("box/close");
  CHECK(closed == 1);
  open = false;
  stage.frame({});
  stage.frame({});
  stage.click("left/go");
  CHECK(done.pressed == 1);
}

TEST_CASE("a pane scrolls by wheel, and to what the keyboard goes to") {
  Stage stage([](Ui& ui) {
    const PaneScope pane(ui, "left", "Left", kLeft);
    for (int place = 0; place < 60; ++place) ui.button("b" + std::to_string(place), "Button");
  });
  const auto top = [&] { return stage.ui.registry().find("left/b0")->box.min.y; };
  const float before = top();
  stage.frame({.mouse_x = 100, .mouse_y = 300, .wheel = -1});
  stage.frame({});
  CHECK(top() < before);
  stage.key("Tab");
  for (int step = 0; step < 59; ++step) stage.key("Down");
  stage.frame({});
  const Box last = stage.ui.registry().find("left/b59")->box;
  CHECK(last.max.y <= kLeft.max.y);
  CHECK(last.min.y >= kLeft.min.y);
  stage.frame({.mouse_x = 100, .mouse_y = 300, .wheel = 1000});
  stage.frame({});
  CHECK(top() == doctest::Approx(before));
}

TEST_CASE("the small buttons of a pane ask the app") {
  Done done;
  Stage stage([&](Ui& ui) { draw_all(ui, done); });
  CHECK_FALSE(stage.ui.take_pane_ask());
  stage.click("right/maximise");
  const auto ask = stage.ui.take_pane_ask();
  REQUIRE(ask.has_value());
  CHECK(ask->pane == "right");
  CHECK(ask->kind == PaneAsk::Kind::maximise);
  CHECK_FALSE(stage.ui.take_pane_ask());
}

TEST_CASE("texts stay in their pane, also when words are longer") {
  const std::string text =
      "A long sentence that has to be broken between its words, more than once.";
  Stage stage([&](Ui& ui) {
    const PaneScope pane(ui, "left", "A pane with a rather long title in its bar",
                         {{0, 0}, {220, 300}});
    ui.text("text", text);
    ui.line("line", text);
    ui.button("button", text);
    ui.toggle("toggle", text, true);
    ui.field("field", text, *std::make_unique<std::string>(text));
  });
  for (const Stroke& stroke : stage.ui.strokes()) {
    if (stroke.kind != Stroke::Kind::text) continue;
    CAPTURE(stroke.text);
    CHECK(stroke.points[0].x + measure(stroke.text, stroke.face).x <= 220);
  }
  CHECK(stage.value("left/line") != text);
  CHECK(stage.value("left/text") == text);
}
