#include "ui/words.hpp"

// Ukrainian: batch results, workspace 4.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // panes, tabs, actions
    {"pane.batch_near", "Результати серії"},
    {"pane.batch_map", "Чим закінчуються прогони, за двома стовпцями"},
    {"pane.batch_tornado", "Торнадо: що на це впливає"},
    {"pane.batch_density", "Щільність: яке значення наскільки часте"},
    {"pane.batch_runs", "Прогони"},
    {"tab.batch_tornado", "Торнадо"},
    {"tab.batch_density", "Щільність"},
    {"tab.batch_runs", "Прогони"},
    {"menu.batch", "Серії"},
    {"action.view.batch", "Серії"},
    {"action.batch.open", "Відкрити результати серії…"},
    {"action.batch.open_run", "Відкрити обраний прогон"},
    {"why_not.no_batch", "Результатів серії не відкрито."},
    {"why_not.no_batch_run", "Спершу оберіть прогон."},
    {"why_not.batch_unreadable", "План чи сценарій цієї серії неможливо прочитати."},
    // the folder
    {"batch.no_folder", "Спершу вкажіть теку."},
    {"batch.which", "Тека, яку записала чи ще записує «detente batch run»."},
    {"batch.progress", "наразі {done} з {all} прогонів"},
    {"batch.complete", "{all} {all:прогон, готовий|прогони, усі готові|прогонів, усі готові}"},
    {"batch.some_failed", "невдалих: {failed}"},
    {"batch.about",
     "Багато прогонів одного сценарію, у яких деякі числа змінюються: які з них вирішують, чим "
     "закінчаться переговори?"},
    {"batch.how",
     "Напишіть план, виконайте його через «detente batch run ПЛАН -o ТЕКА» і вкажіть теку вгорі. "
     "Вона може ще записуватися; її можна й кинути на вікно."},
    {"batch.near", "Поруч"},
    {"batch.none_near", "Ні поруч зі сценарієм, ні в поточній теці немає теки із серією."},
    {"batch.empty", "Відкрийте вгорі результати серії."},
    {"batch.not_here", "У цьому вікні результатів серій прочитати не можна."},
    {"batch.no_runs", "Жодного прогону ще не завершено."},
    {"batch.copy", "Копіювати"},
    {"batch.copied", "Командний рядок у буфері обміну."},
    // how runs end
    {"batch.agreed", "угода"},
    {"batch.no_agreement", "без угоди"},
    {"batch.no_agreement_at", "без угоди на етапі «{stage}»"},
    {"batch.failed", "не вдався"},
    {"batch.yes", "так"},
    {"batch.no", "ні"},
    {"batch.share", "{ending}: {n} з {all} ({percent}~%)"},
    {"batch.reason_agreement", "угода"},
    {"batch.reason_deadline", "кінцевий термін"},
    {"batch.reason_no_zone", "нічого прийнятного для всіх"},
    {"batch.reason_withdrawal", "хтось вийшов"},
    // columns
    {"batch.everybody", "усі: {what}"},
    {"batch.metric_agreed", "угоди досягнуто"},
    {"batch.metric_stage", "останній етап"},
    {"batch.metric_round", "раунд угоди"},
    {"batch.metric_reason", "чому закінчилося"},
    {"batch.metric_package", "пакет"},
    {"batch.metric_coalition", "коаліція"},
    {"batch.metric_coalition_size", "розмір коаліції"},
    {"batch.metric_support", "підтримка"},
    {"batch.metric_nash_distance", "відстань до точки Неша"},
    {"batch.metric_min_surplus", "найменший надлишок"},
    {"batch.metric_welfare", "сума корисностей"},
    {"batch.metric_utility", "корисність: {what}"},
    {"batch.metric_surplus", "надлишок: {what}"},
    {"batch.metric_option", "варіант: {what}"},
    // map
    {"batch.map_hint", "Оберіть клітинку: буде перелічено її прогони."},
    {"batch.cells_same", "Прогонів у клітинці: {high}."},
    {"batch.cells", "Прогонів у клітинці: від {low} до {high}."},
    {"batch.cell", "{x}: {at_x}; {y}: {at_y}; {n} {n:прогон|прогони|прогонів}"},
    // tornado
    {"batch.no_effect", "нема що порівнювати"},
    {"batch.first_order", "Сам по собі пояснює {n}~% дисперсії."},
    {"batch.step",
     "{value}: середнє {mean} з {n} {n:прогону чи точки|прогонів чи точок|прогонів чи точок}"},
    {"batch.mean", "Пунктир: середнє всіх прогонів, {mean}."},
    {"batch.base", "Пунктир: без жодних змін, {mean}."},
    {"batch.tornado_hint",
     "Кільце: де стовпець найменший (для слів: де найменше середнє); диск: найбільший. Лінія "
     "показує розмах середніх. Натисніть смугу, щоб поставити її стовпець під карту."},
    {"batch.threshold",
     "{x} {sign} {cut}: «{metric}» – {value} у {n} зі 100 ({runs} "
     "{runs:випадок|випадки|випадків}); деінде в {other} зі 100."},
    {"batch.share_of_word", "Частка прогонів із: {word}"},
    {"batch.remark_constant", "В усіх прогонах воно однакове, тож ніщо на нього не впливає."},
    {"batch.remark_too_few", "Замало прогонів для часток дисперсії."},
    {"batch.remark_missing",
     "{n} {n:прогон не має|прогони не мають|прогонів не мають} тут значення й не "
     "{n:рахується|рахуються|рахуються}."},
    // density
    {"batch.others", "усі інші"},
    {"batch.bin", "{value}: {n} {n:прогон|прогони|прогонів}"},
    {"batch.runs_axis", "прогони"},
    {"batch.without", "{n} {n:прогон не має|прогони не мають|прогонів не мають} значення."},
    // runs
    {"batch.run", "прогон"},
    {"batch.run_name", "прогон {run}"},
    {"batch.all", "Усі прогони"},
    {"batch.all_listed", "Перелічено всі прогони; оберіть клітинку карти, щоб бачити її власні."},
    {"batch.listed", "{n} {n:прогон|прогони|прогонів}"},
    {"batch.more",
     "Ще {n} {n:прогон не перелічено|прогони не перелічено|прогонів не перелічено}; оберіть "
     "клітинку карти."},
    {"batch.open_run", "Відкрити в «Кроці»"},
    {"batch.open_hint",
     "Відкриває його раунд за раундом, як гілку; те саме робить натискання обраного рядка."},
    {"batch.closes", "Це відкриє інший сценарій і закриє {n} {n:гілку|гілки|гілок}."},
    // glossary
    {"term.batch",
     "Серія: багато прогонів одного сценарію, у яких деякі числа змінюються за планом. Випадкові "
     "числа однакові в кожній точці, тож різниця між двома точками походить лише від зміненого."},
    {"term.tornado",
     "Торнадо: по смузі на кожен змінюваний стовпець, від середнього там, де він малий, до "
     "середнього там, де він великий; лінія йде від найменшого середнього до найбільшого. Найдовша "
     "лінія впливає на результат найбільше; риски – проміжні середні."},
};

}  // namespace

std::span<const detail::Word> batch_uk() {
  return kWords;
}

}  // namespace detente::ui
