#include "ui/words.hpp"

// Bulgarian: batch results, workspace 4.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // panes, tabs, actions
    {"pane.batch_near", "Резултати от серия"},
    {"pane.batch_map", "Как завършват прогоните, по две колони"},
    {"pane.batch_tornado", "Торнадо: какво го движи"},
    {"pane.batch_density", "Плътност: колко често каква стойност"},
    {"pane.batch_runs", "Прогони"},
    {"tab.batch_tornado", "Торнадо"},
    {"tab.batch_density", "Плътност"},
    {"tab.batch_runs", "Прогони"},
    {"menu.batch", "Серии"},
    {"action.view.batch", "Серии"},
    {"action.batch.open", "Отваряне на резултати от серия…"},
    {"action.batch.open_run", "Отваряне на избрания прогон"},
    {"why_not.no_batch", "Няма отворени резултати от серия."},
    {"why_not.no_batch_run", "Първо изберете прогон."},
    {"why_not.batch_unreadable", "Планът или сценарият на тази серия не може да се прочете."},
    // the folder
    {"batch.no_folder", "Първо посочете папка."},
    {"batch.which", "Папка, която „detente batch run“ е записала или още записва."},
    {"batch.progress", "дотук {done} от {all} прогона"},
    {"batch.complete", "{all} {all:прогон, готов|прогона, всички готови}"},
    {"batch.some_failed", "{failed} {failed:неуспешен|неуспешни}"},
    {"batch.about",
     "Много прогони на един сценарий, в които някои числа се менят: кои от тях решават как "
     "завършват преговорите?"},
    {"batch.how",
     "Напишете план, изпълнете го с „detente batch run ПЛАН -o ПАПКА“ и посочете папката горе. Тя "
     "може още да се записва; може и да се пусне върху прозореца."},
    {"batch.near", "Наблизо"},
    {"batch.none_near", "Нито до сценария, нито в текущата папка има папка със серия."},
    {"batch.empty", "Отворете горе резултатите от серия."},
    {"batch.not_here", "В този прозорец резултати от серии не могат да се четат."},
    {"batch.no_runs", "Още няма готов прогон."},
    {"batch.copy", "Копиране"},
    {"batch.copied", "Командният ред е в клипборда."},
    // how runs end
    {"batch.agreed", "споразумение"},
    {"batch.no_agreement", "без споразумение"},
    {"batch.no_agreement_at", "без споразумение в „{stage}“"},
    {"batch.failed", "неуспешен"},
    {"batch.yes", "да"},
    {"batch.no", "не"},
    {"batch.share", "{ending}: {n} от {all} ({percent}~%)"},
    {"batch.reason_agreement", "споразумение"},
    {"batch.reason_deadline", "краен срок"},
    {"batch.reason_no_zone", "нищо приемливо за всички"},
    {"batch.reason_withdrawal", "някой напусна"},
    // columns
    {"batch.everybody", "всички: {what}"},
    {"batch.metric_agreed", "има споразумение"},
    {"batch.metric_stage", "последен етап"},
    {"batch.metric_round", "кръг на споразумението"},
    {"batch.metric_reason", "защо завърши"},
    {"batch.metric_package", "пакет"},
    {"batch.metric_coalition", "коалиция"},
    {"batch.metric_coalition_size", "размер на коалицията"},
    {"batch.metric_support", "подкрепа"},
    {"batch.metric_nash_distance", "разстояние до точката на Наш"},
    {"batch.metric_min_surplus", "най-малък излишък"},
    {"batch.metric_welfare", "сбор от полезностите"},
    {"batch.metric_utility", "полезност: {what}"},
    {"batch.metric_surplus", "излишък: {what}"},
    {"batch.metric_option", "вариант: {what}"},
    // map
    {"batch.map_hint", "Изберете клетка: изброяват се нейните прогони."},
    {"batch.cells_same", "Прогони в клетка: {high}."},
    {"batch.cells", "Прогони в клетка: от {low} до {high}."},
    {"batch.cell", "{x}: {at_x}; {y}: {at_y}; {n} {n:прогон|прогона}"},
    // tornado
    {"batch.no_effect", "няма какво да се сравни"},
    {"batch.first_order", "Сама обяснява {n}~% от дисперсията."},
    {"batch.step", "{value}: средно {mean} от {n} {n:прогон или точка|прогона или точки}"},
    {"batch.mean", "Прекъсната линия: средното от всички прогони, {mean}."},
    {"batch.base", "Прекъсната линия: без промяна, {mean}."},
    {"batch.tornado_hint",
     "Кръг: където колоната е най-ниска (при думи: където средното е най-малко); диск: най-висока. "
     "Чертата показва размаха на средните. Натиснете лента, за да застане колоната ѝ под картата."},
    {"batch.threshold",
     "{x} {sign} {cut}: „{metric}“ е {value} в {n} от 100 ({runs} {runs:случай|случая}); другаде в "
     "{other} от 100."},
    {"batch.share_of_word", "Делът на прогоните с: {word}"},
    {"batch.remark_constant", "Във всички прогони е едно и също, значи нищо не го движи."},
    {"batch.remark_too_few", "Твърде малко прогони за дялове от дисперсията."},
    {"batch.remark_missing",
     "{n} {n:прогон няма|прогона нямат} стойност тук и не {n:се брои|се броят}."},
    // density
    {"batch.others", "всички други"},
    {"batch.bin", "{value}: {n} {n:прогон|прогона}"},
    {"batch.runs_axis", "прогони"},
    {"batch.without", "{n} {n:прогон няма|прогона нямат} стойност."},
    // runs
    {"batch.run", "прогон"},
    {"batch.run_name", "прогон {run}"},
    {"batch.all", "Всички прогони"},
    {"batch.all_listed", "Изброени са всички прогони; изберете клетка от картата за нейните."},
    {"batch.listed", "{n} {n:прогон|прогона}"},
    {"batch.more",
     "Още {n} {n:прогон не е изброен|прогона не са изброени}; изберете клетка от картата."},
    {"batch.open_run", "Отваряне в „Стъпка“"},
    {"batch.open_hint", "Отваря го кръг по кръг, като клон; натискане на избран ред прави същото."},
    {"batch.closes", "Това отваря друг сценарий и затваря {n} {n:клон|клона}."},
    // glossary
    {"term.batch",
     "Серия: много прогони на един сценарий, в които някои числа се менят по план. Случайните "
     "тегления са едни и същи във всяка точка, така че разликата между две точки идва от "
     "променливото."},
    {"term.tornado",
     "Торнадо: по една лента за всяка променяна колона, от средното, където е ниска, до средното, "
     "където е висока; чертата върви от най-малкото до най-голямото средно. Най-дългата черта "
     "движи резултата най-много; резките са средните помежду."},
};

}  // namespace

std::span<const detail::Word> batch_bg() {
  return kWords;
}

}  // namespace detente::ui
