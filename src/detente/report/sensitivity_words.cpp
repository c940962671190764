#include "detente/report/study_words.hpp"

namespace detente::detail {
namespace {

constexpr Phrase kWords[] = {
    {"sens.heading",
     {"{folder}: {runs} {runs:run|runs}, design {design}",
      "{folder}: {runs} {runs:прогон|прогона}, схема {design}",
      "{folder}: {runs} {runs:прогон|прогони|прогонів}, схема {design}"}},
    {"sens.by_point",
     {"The {n} repetitions of a point are averaged first.",
      "Първо се осредняват {n}-те повторения на всяка точка.",
      "Спершу усереднено повторення кожної точки (їх {n})."}},
    {"sens.metric",
     {"{metric}: mean {mean}, standard deviation {deviation}, from {low} to {high}",
      "{metric}: средно {mean}, стандартно отклонение {deviation}, от {low} до {high}",
      "{metric}: середнє {mean}, стандартне відхилення {deviation}, від {low} до {high}"}},
    {"sens.metric.none",
     {"{metric}: no run has a number for it", "{metric}: никой прогон няма число за това",
      "{metric}: жоден прогон не має числа для цього"}},
    {"sens.flat",
     {"No change at all along: {list}", "Никаква промяна по: {list}", "Жодних змін за: {list}"}},
    {"sens.base",
     {"With nothing changed: {base}.", "Без никаква промяна: {base}.", "Без жодних змін: {base}."}},
    {"sens.tornado",
     {"Tornado: the mean at both ends of each input, by largest spread of the means",
      "Торнадо: средното в двата края на всеки вход, по най-голям размах на средните",
      "Торнадо: середнє на обох кінцях кожного входу, за найбільшим розмахом середніх"}},
    {"sens.bar",
     {"{low_mean} at {low}; {high_mean} at {high}; change {swing}",
      "{low_mean} при {low}; {high_mean} при {high}; промяна {swing}",
      "{low_mean} за {low}; {high_mean} за {high}; зміна {swing}"}},
    {"sens.bar.bent",
     {"{low_mean} at {low}; {high_mean} at {high}; change {swing}, spread {spread}",
      "{low_mean} при {low}; {high_mean} при {high}; промяна {swing}, размах {spread}",
      "{low_mean} за {low}; {high_mean} за {high}; зміна {swing}, розмах {spread}"}},
    {"sens.counted",
     {"Means, bars, correlations and thresholds count the {n} runs at the points A and B alone: "
      "the points between them repeat their values.",
      "Средните, лентите, корелациите и праговете броят само {n} {n:прогон|прогона} в точките A и "
      "B: точките между тях повтарят стойностите им.",
      "Середні, смуги, кореляції та пороги враховують лише прогони в точках A і B (їх {n}): точки "
      "між ними повторюють їхні значення."}},
    {"sens.step", {"{at}: {mean}", "{at}: {mean}", "{at}: {mean}"}},
    {"sens.indices.saltelli",
     {"Share of the variance that is an input’s alone (first order), and with all that it takes "
      "part in (total); 95% intervals from {resamples} resamples of {points} base points",
      "Дял от дисперсията, който е само на един вход (първи ред), и заедно с всичко, в което "
      "участва (общо); 95-процентни интервали от {resamples} повторни извадки на {points} базови "
      "точки",
      "Частка дисперсії, що належить лише одному входові (перший порядок), і разом з усім, у чому "
      "він бере участь (загальна); 95-відсоткові інтервали з {resamples} повторних вибірок "
      "{points} базових точок"}},
    {"sens.indices.classes",
     {"Share of the variance that goes along with one input alone, estimated by classes of its "
      "values; 95% intervals",
      "Дял от дисперсията, свързан само с един вход, оценен по класове на стойностите му; "
      "95-процентни интервали",
      "Частка дисперсії, повʼязана лише з одним входом, оцінена за класами його значень; "
      "95-відсоткові інтервали"}},
    {"sens.ranks",
     {"Rank correlation (Spearman); 95% intervals by Fisher’s z",
      "Рангова корелация (Спирман); 95-процентни интервали по z на Фишер",
      "Рангова кореляція (Спірмен); 95-відсоткові інтервали за z Фішера"}},
    {"sens.thresholds", {"Thresholds", "Прагове", "Пороги"}},
    {"sens.cut.agreed.no",
     {"no settlement when {cut}: {n} of {runs} {runs:run|runs}; elsewhere so in {elsewhere}",
      "няма споразумение при {cut}: {n} от {runs} {runs:прогон|прогона}; другаде така е в "
      "{elsewhere}",
      "немає угоди за {cut}: {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде так у "
      "{elsewhere}"}},
    {"sens.cut.agreed.no.nearly",
     {"almost no settlement when {cut}: none in {n} of {runs} {runs:run|runs}; elsewhere so in "
      "{elsewhere}",
      "почти няма споразумение при {cut}: никакво в {n} от {runs} {runs:прогон|прогона}; другаде "
      "така е в {elsewhere}",
      "майже немає угоди за {cut}: жодної в {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде "
      "так у {elsewhere}"}},
    {"sens.cut.agreed.yes",
     {"always a settlement when {cut}: {n} of {runs} {runs:run|runs}; elsewhere so in {elsewhere}",
      "винаги има споразумение при {cut}: {n} от {runs} {runs:прогон|прогона}; другаде така е в "
      "{elsewhere}",
      "завжди є угода за {cut}: {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде так у "
      "{elsewhere}"}},
    {"sens.cut.agreed.yes.nearly",
     {"almost always a settlement when {cut}: {n} of {runs} {runs:run|runs}; elsewhere so in "
      "{elsewhere}",
      "почти винаги има споразумение при {cut}: {n} от {runs} {runs:прогон|прогона}; другаде така "
      "е в {elsewhere}",
      "майже завжди є угода за {cut}: {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде так у "
      "{elsewhere}"}},
    {"sens.cut.no",
     {"“{metric}” is no when {cut}: {n} of {runs} {runs:run|runs}; elsewhere so in {elsewhere}",
      "„{metric}“ е „не“ при {cut}: {n} от {runs} {runs:прогон|прогона}; другаде така е в "
      "{elsewhere}",
      "«{metric}»: ні за {cut}: {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде так у "
      "{elsewhere}"}},
    {"sens.cut.yes",
     {"“{metric}” is yes when {cut}: {n} of {runs} {runs:run|runs}; elsewhere so in {elsewhere}",
      "„{metric}“ е „да“ при {cut}: {n} от {runs} {runs:прогон|прогона}; другаде така е в "
      "{elsewhere}",
      "«{metric}»: так за {cut}: {n} з {runs} {runs:прогону|прогонів|прогонів}; деінде так у "
      "{elsewhere}"}},
    {"sens.cut.none",
     {"No single cut through one input settles it.",
      "Никой отделен праг по един вход не го решава.",
      "Жоден окремий поріг за одним входом цього не вирішує."}},
    {"sens.warn.constant",
     {"It is the same in all runs, so it has no variance to share out.",
      "То е еднакво във всички прогони, затова няма дисперсия за разпределяне.",
      "Воно однакове в усіх прогонах, тож немає дисперсії, яку можна розподілити."}},
    {"sens.warn.contains_zero",
     {"The interval of the first order contains 0: {list}",
      "Интервалът на първия ред съдържа 0: {list}", "Інтервал першого порядку містить 0: {list}"}},
    {"sens.warn.total_contains_zero",
     {"The interval of the total contains 0: {list}", "Интервалът на общото съдържа 0: {list}",
      "Інтервал загальної частки містить 0: {list}"}},
    {"sens.warn.left_out",
     {"{n} {n:base point lacks|base points lack} a run or its number and {n:is|are} left out.",
      "{n} {n:базова точка няма|базови точки нямат} прогон или число и не се {n:брои|броят}.",
      "{n} {n:базова точка не має|базові точки не мають|базових точок не мають} прогону чи числа; "
      "їх не враховано."}},
    {"sens.warn.incomplete",
     {"{n} {n:run is|runs are} still to come: these are the results so far.",
      "Остава още {n} {n:прогон|прогона}: това са резултатите дотук.",
      "Лишається {n} {n:прогон|прогони|прогонів}: це результати на цю мить."}},
    {"sens.warn.failed",
     {"{n} {n:run|runs} failed and {n:is|are} not counted.",
      "{n} {n:прогон е неуспешен и не се брои|прогона са неуспешни и не се броят}.",
      "Невдалих прогонів: {n}; їх не враховано."}},
    {"sens.warn.missing",
     {"{n} {n:run has|runs have} no number for it and {n:is|are} left out.",
      "{n} {n:прогон няма|прогона нямат} число за това и не се {n:брои|броят}.",
      "{n} {n:прогон не має|прогони не мають|прогонів не мають} числа для цього; їх не "
      "враховано."}},
    {"sens.warn.too_few",
     {"Too few runs or points ({n}) for shares, correlations or intervals.",
      "Твърде малко прогони или точки ({n}) за дялове, корелации или интервали.",
      "Замало прогонів чи точок ({n}) для часток, кореляцій чи інтервалів."}},
    {"sens.warn.unreadable_plan",
     {"The plan of these results cannot be read again: they are taken for a list of points.",
      "Планът на тези резултати не може да се прочете отново: те се взимат като списък от точки.",
      "План цих результатів не вдається прочитати знову: їх узято як список точок."}},
    {"sens.map",
     {"How runs end, by {x} (across) and {y} (down): % of the runs in each cell",
      "Как завършват прогоните, по {x} (хоризонтално) и {y} (вертикално): % от прогоните в "
      "клетката",
      "Чим закінчуються прогони, за {x} (впоперек) і {y} (вниз): % прогонів клітинки"}},
    {"sens.map.agreed", {"agreement", "споразумение", "угода"}},
    {"sens.map.none", {"no agreement", "без споразумение", "без угоди"}},
    {"sens.map.at", {"{ending} ({stage})", "{ending} ({stage})", "{ending} ({stage})"}},
    {"sens.map.runs", {"runs", "прогони", "прогони"}},
    {"sens.map.cell",
     {"{x}, {y}: {list} ({n} {n:run|runs})", "{x}, {y}: {list} ({n} {n:прогон|прогона})",
      "{x}, {y}: {list} ({n} {n:прогон|прогони|прогонів})"}},
    {"sens.map.left_out",
     {"{n} {n:run is|runs are} in no cell: failed, or without a value there.",
      "{n} {n:прогон не е|прогона не са} в никоя клетка: неуспешни или без стойност.",
      "{n} {n:прогон|прогони|прогонів} поза клітинками: не вдалися або не мають значення."}},
    {"sens.command", {"Run with: {command}", "Пуснато с: {command}", "Запущено: {command}"}},
    {"sens.closing",
     {"All of it under the assumptions of the scenario and the ranges of the plan.",
      "Всичко това при допусканията на сценария и обхватите в плана.",
      "Усе це за припущень сценарію та меж плану."}},
};

}  // namespace

std::span<const Phrase> sensitivity_words() {
  return kWords;
}

}  // namespace detente::detail
