#include "ui/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <utility>

#include "detente/scenario/scenario.hpp"
#include "ui/desk_view.hpp"
#include "ui/export.hpp"
#include "ui/feed.hpp"
#include "ui/fonts.hpp"

namespace detente::ui {
namespace {

constexpr std::array<std::pair<int, Key>, 23> kKeys{{
    {GLFW_KEY_SPACE, Key::space},
    {GLFW_KEY_ENTER, Key::enter},
    {GLFW_KEY_KP_ENTER, Key::enter},
    {GLFW_KEY_ESCAPE, Key::escape},
    {GLFW_KEY_TAB, Key::tab},
    {GLFW_KEY_BACKSPACE, Key::backspace},
    {GLFW_KEY_DELETE, Key::del},
    {GLFW_KEY_INSERT, Key::insert},
    {GLFW_KEY_LEFT, Key::left},
    {GLFW_KEY_RIGHT, Key::right},
    {GLFW_KEY_UP, Key::up},
    {GLFW_KEY_DOWN, Key::down},
    {GLFW_KEY_HOME, Key::home},
    {GLFW_KEY_END, Key::end},
    {GLFW_KEY_PAGE_UP, Key::page_up},
    {GLFW_KEY_PAGE_DOWN, Key::page_down},
    {GLFW_KEY_MINUS, Key::minus},
    {GLFW_KEY_EQUAL, Key::equal},
    {GLFW_KEY_COMMA, Key::comma},
    {GLFW_KEY_PERIOD, Key::period},
    {GLFW_KEY_SLASH, Key::slash},
    {GLFW_KEY_LEFT_BRACKET, Key::bracket_left},
    {GLFW_KEY_RIGHT_BRACKET, Key::bracket_right},
}};

Key in_row(int code, int first, Key key) {
  return static_cast<Key>(static_cast<int>(key) + code - first);
}

/// GLFW names keys by their place on a US keyboard, as we do.
Key key_of(int code) {
  if (code >= GLFW_KEY_A && code <= GLFW_KEY_Z) return in_row(code, GLFW_KEY_A, Key::a);
  if (code >= GLFW_KEY_0 && code <= GLFW_KEY_9) return in_row(code, GLFW_KEY_0, Key::n0);
  if (code >= GLFW_KEY_F1 && code <= GLFW_KEY_F12) return in_row(code, GLFW_KEY_F1, Key::f1);
  const auto found = std::find_if(kKeys.begin(), kKeys.end(),
                                  [code](const auto& entry) { return entry.first == code; });
  return found == kKeys.end() ? Key::none : found->second;
}

void append_utf8(std::string& text, unsigned letter) {
  if (letter < 0x80) {
    text += static_cast<char>(letter);
  } else if (letter < 0x800) {
    text += static_cast<char>(0xC0U | (letter >> 6U));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    text += static_cast<char>(0xE0U | (letter >> 12U));
    text += static_cast<char>(0x80U | ((letter >> 6U) & 0x3FU));
    text += static_cast<char>(0x80U | (letter & 0x3FU));
  }
}

/// What people did, a frame's worth each: a press and its release never share a frame, and no two
/// keys do, so that none is lost on a slow machine.
class Events {
 public:
  explicit Events(GLFWwindow* window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetKeyCallback(window, on_key);
    glfwSetCharCallback(window, on_letter);
    glfwSetMouseButtonCallback(window, on_button);
    glfwSetCursorPosCallback(window, on_move);
    glfwSetScrollCallback(window, on_wheel);
    glfwSetCursorEnterCallback(window, on_enter);
    glfwSetDropCallback(window, on_drop);
    glfwSetWindowRefreshCallback(window, on_refresh);
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* it, int, int) { on_refresh(it); });
    glfwSetWindowFocusCallback(window, [](GLFWwindow* it, int) { on_refresh(it); });
  }

  bool empty() const { return waiting_.empty(); }

  /// The next frame's input.
  Input take(float pixels_a_point) {
    if (!waiting_.empty()) {
      now_ = waiting_.front();
      waiting_.pop_front();
    }
    Input input = now_;
    input.mouse_x *= pixels_a_point;
    input.mouse_y *= pixels_a_point;
    now_.wheel = 0;
    now_.pressed.clear();
    now_.typed.clear();
    now_.dropped.clear();
    return input;
  }

 private:
  static Events& of(GLFWwindow* window) {
    return *static_cast<Events*>(glfwGetWindowUserPointer(window));
  }

  /// A frame that goes on from the last one.
  Input& next() {
    Input input = waiting_.empty() ? now_ : waiting_.back();
    input.wheel = 0;
    input.pressed.clear();
    input.typed.clear();
    input.dropped.clear();
    return waiting_.emplace_back(std::move(input));
  }
  /// The last one that waits.
  Input& last() { return waiting_.empty() ? next() : waiting_.back(); }

  static void on_key(GLFWwindow* window, int code, int, int action, int mods) {
    const Key key = key_of(code);
    if (action == GLFW_RELEASE || key == Key::none) return;
    of(window).next().pressed.push_back({key, (mods & GLFW_MOD_CONTROL) != 0,
                                         (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_ALT) != 0});
  }
  static void on_letter(GLFWwindow* window, unsigned letter) {
    append_utf8(of(window).last().typed, letter);
  }
  static void on_button(GLFWwindow* window, int button, int action, int) {
    if (button == GLFW_MOUSE_BUTTON_LEFT) of(window).next().mouse_down = action == GLFW_PRESS;
  }
  static void on_move(GLFWwindow* window, double x, double y) {
    // a press counts where it was, so moves after it are another frame
    Events& events = of(window);
    const bool same = !events.waiting_.empty() &&
                      events.waiting_.back().mouse_down == events.now_.mouse_down &&
                      events.waiting_.back().pressed.empty();
    Input& input = same ? events.waiting_.back() : events.next();
    input.mouse_x = static_cast<float>(x);
    input.mouse_y = static_cast<float>(y);
  }
  static void on_wheel(GLFWwindow* window, double, double turns) {
    of(window).last().wheel += static_cast<float>(turns);
  }
  static void on_enter(GLFWwindow* window, int inside) {
    if (inside == GLFW_FALSE) on_move(window, -1000, -1000);
  }
  static void on_drop(GLFWwindow* window, int count, const char** paths) {
    Input& input = of(window).next();
    for (int place = 0; place < count; ++place) input.dropped.emplace_back(paths[place]);
  }
  static void on_refresh(GLFWwindow* window) { of(window).last(); }

  std::deque<Input> waiting_{};
  Input now_{};
};

/// GLFW, its window and ImGui, for as long as they are needed.
class Screen {
 public:
  explicit Screen(const WindowOptions& options) {
    glfwSetErrorCallback([](int, const char* message) { fault() = message; });
    if (glfwInit() == GLFW_FALSE) return;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    window_ = glfwCreateWindow(options.width, options.height, "Detente", nullptr, nullptr);
    if (window_ == nullptr) return;
    glfwSetWindowSizeLimits(window_, 960, 640, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    prepare_imgui();
    ImGuiIO& io = ImGui::GetIO();
    io.ClipboardUserData = window_;
    io.SetClipboardTextFn = [](void* window, const char* text) {
      glfwSetClipboardString(static_cast<GLFWwindow*>(window), text);
    };
    io.GetClipboardTextFn = [](void* window) {
      return glfwGetClipboardString(static_cast<GLFWwindow*>(window));
    };
    ready_ = ImGui_ImplOpenGL3_Init("#version 330 core");
  }
  ~Screen() {
    if (ready_) ImGui_ImplOpenGL3_Shutdown();
    if (window_ != nullptr) ImGui::DestroyContext();
    glfwTerminate();
  }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  bool ready() const { return ready_; }
  GLFWwindow* window() { return window_; }
  static std::string& fault() {
    static std::string text;
    return text;
  }

 private:
  GLFWwindow* window_ = nullptr;
  bool ready_ = false;
};

/// How many letters' worth of pixels the screen has: 2 on a dense one.
float content_scale(GLFWwindow* window) {
  float across = 1.0F;
  float down = 1.0F;
  glfwGetWindowContentScale(window, &across, &down);
  return std::clamp(std::max(across, down), 1.0F, 4.0F);
}

std::string title_of(const Desk& desk) {
  const Scenario* scenario = scenario_of(desk);
  const std::string name =
      scenario == nullptr ? "" : scenario->title.in(desk.settings.language, scenario->id);
  return name.empty() ? "Detente" : name + " – Detente";
}

class Show {
 public:
  Show(App& app, Screen& screen) : app_(&app), screen_(&screen), events_(screen.window()) {}

  void frame() {
    GLFWwindow* window = screen_->window();
    int width = 0;
    int height = 0;
    int points = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glfwGetWindowSize(window, &points, nullptr);
    if (width == 0 || height == 0) return;
    const Box box{{0, 0}, {static_cast<float>(width), static_cast<float>(height)}};
    prepare_letters(box.height());
    Input input = events_.take(static_cast<float>(width) / static_cast<float>(std::max(points, 1)));
    input.seconds = std::clamp(seconds_gone(), 0.001F, 0.1F);  // a long sleep is no long frame
    feed_imgui(input, box);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    app_->frame(input, box);
    ImGui::Render();
    take_export(*app_);
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
    obey();
  }

  /// Waits for people, unless something moves by itself. A few frames more after each input, for
  /// what one frame leads to in the next.
  void wait() {
    constexpr int kAfter = 3;
    constexpr double kIdle = 0.5;  // seconds; jobs that end wake nobody
    if (app_->restless() || extra_ > 0) {
      glfwPollEvents();
    } else {
      glfwWaitEventsTimeout(kIdle);
      app_->rest(seconds_gone());
    }
    extra_ = events_.empty() ? std::max(extra_ - 1, 0) : kAfter;
  }

  bool must_draw() const { return app_->restless() || extra_ > 0 || !events_.empty(); }

 private:
  void prepare_letters(float height) {
    const Desk& desk = app_->desk();
    const float scale = desk.settings.scale * content_scale(screen_->window());
    const bool presenting = desk.view.presenting;
    if (prepare_fonts(letter_size(scale, presenting, height), presenting)) {
      ImGui_ImplOpenGL3_DestroyFontsTexture();
      ImGui_ImplOpenGL3_CreateFontsTexture();
    }
  }

  float seconds_gone() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<float>(now - std::exchange(before_, now)).count();
  }

  /// What the desk asks of the screen.
  void obey() {
    Desk& desk = app_->desk();
    if (desk.to_clipboard) glfwSetClipboardString(screen_->window(), desk.to_clipboard->c_str());
    desk.to_clipboard.reset();
    if (const std::string title = title_of(desk); title != title_) {
      glfwSetWindowTitle(screen_->window(), title.c_str());
      title_ = title;
    }
  }

  App* app_;
  Screen* screen_;
  Events events_;
  std::chrono::steady_clock::time_point before_ = std::chrono::steady_clock::now();
  std::string title_{};
  int extra_ = 3;
};

}  // namespace

std::string show_window(App& app, const WindowOptions& options) {
  Screen screen(options);
  if (!screen.ready()) {
    return "cannot open a window: " + Screen::fault() +
           "; without a screen use --headless with --script or --screenshot";
  }
  Show show(app, screen);
  while (glfwWindowShouldClose(screen.window()) == GLFW_FALSE && !app.desk().quit) {
    if (show.must_draw()) show.frame();
    show.wait();
  }
  return {};
}

}  // namespace detente::ui
