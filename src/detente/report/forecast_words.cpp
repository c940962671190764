#include "detente/report/study_words.hpp"

namespace detente::detail {
namespace {

constexpr Phrase kWords[] = {
    {"percent", {"{n}%", "{n}~%", "{n}~%"}},
    {"percent.some", {"under 1%", "под 1~%", "менш як 1~%"}},
    {"percent.most", {"over 99%", "над 99~%", "понад 99~%"}},
    {"interval", {"{low} to {high}", "от {low} до {high}", "від {low} до {high}"}},
    {"forecast.heading",
     {"{title}: {runs} {runs:draw|draws} of what is uncertain, seed {seed}",
      "{title}: {runs} {runs:теглене|тегления} на несигурното, начално число {seed}",
      "{title}: {runs} {runs:розіграш|розіграші|розіграшів} непевного, початкове число {seed}"}},
    {"forecast.alone",
     {"{title}: nothing in this scenario is uncertain, so there is one run for each model and no "
      "interval",
      "{title}: в този сценарий няма нищо несигурно, затова има по един прогон за модел и няма "
      "интервал",
      "{title}: у цьому сценарії немає нічого непевного, тому є по одному прогону на модель і "
      "немає інтервалу"}},
    {"forecast.alone.set",
     {"{title}: with what is set, nothing is left uncertain, so there is one run for each model "
      "and no interval",
      "{title}: при зададеното не остава нищо несигурно, затова има по един прогон за модел и няма "
      "интервал",
      "{title}: за того, що задано, не лишається нічого непевного, тому є по одному прогону на "
      "модель і немає інтервалу"}},
    {"forecast.set", {"Set: {list}", "Зададено: {list}", "Задано: {list}"}},
    {"forecast.settled",
     {"Set and therefore not drawn: {list}", "Зададено и затова не се тегли: {list}",
      "Задано й тому не розігрується: {list}"}},
    {"forecast.model",
     {"Under these assumptions, {n} of {runs} {runs:draw|draws} under the model “{model}” "
      "{n:ends|end} with an agreement: {share} (95% interval: {interval}).",
      "При тези допускания {n} от {runs} {runs:теглене|тегления} с модела „{model}“ "
      "{n:завършва|завършват} със споразумение: {share} (95-процентен интервал: {interval}).",
      "За цих припущень {n} з {runs} {runs:розіграшу|розіграшів|розіграшів} за моделлю «{model}» "
      "{n:закінчується|закінчуються|закінчуються} угодою: {share} (95-відсотковий інтервал: "
      "{interval})."}},
    {"forecast.model.yes",
     {"Under these assumptions, the run under the model “{model}” ends with an agreement.",
      "При тези допускания прогонът с модела „{model}“ завършва със споразумение.",
      "За цих припущень прогон за моделлю «{model}» закінчується угодою."}},
    {"forecast.model.no",
     {"Under these assumptions, the run under the model “{model}” ends without an agreement.",
      "При тези допускания прогонът с модела „{model}“ завършва без споразумение.",
      "За цих припущень прогон за моделлю «{model}» закінчується без угоди."}},
    {"forecast.stage",
     {"{stage}: agreed in {agreed}; the talks end there without agreement in {ended}",
      "{stage}: постигнато споразумение в {agreed}; преговорите завършват там без споразумение в "
      "{ended}",
      "{stage}: узгоджено в {agreed}; переговори закінчуються там без угоди в {ended}"}},
    {"forecast.failed",
     {"{n} {n:draw|draws} could not be played under this model and count nowhere: {why}",
      "{n} {n:теглене не може|тегления не могат} да се изиграят с този модел и не се броят: {why}",
      "{n} {n:розіграш|розіграші|розіграшів} не вдалося зіграти за цією моделлю, їх не враховано: "
      "{why}"}},
    {"forecast.ensemble",
     {"All models with equal weights: {share} (95% interval: {interval}). The models lie {points} "
      "{points:percentage point|percentage points} apart.",
      "Всички модели с равни тегла: {share} (95-процентен интервал: {interval}). Моделите се "
      "различават с {points} {points:процентен пункт|процентни пункта}.",
      "Усі моделі з рівними вагами: {share} (95-відсотковий інтервал: {interval}). Моделі "
      "різняться на {points} {points:відсотковий пункт|відсоткові пункти|відсоткових пунктів}."}},
    {"forecast.issues",
     {"What is in force at the end, where something is (models with equal weights)",
      "Какво е в сила накрая, ако нещо е (модели с равни тегла)",
      "Що діє наприкінці, якщо щось діє (моделі з рівними вагами)"}},
    {"forecast.issues.one",
     {"What is in force at the end, where something is", "Какво е в сила накрая, ако нещо е",
      "Що діє наприкінці, якщо щось діє"}},
    {"forecast.issue",
     {"{issue}: in force in {settled}; on its axis from {from} to {to}: median {median}, 9 in 10 "
      "from {low} to {high}, mean {mean}",
      "{issue}: в сила в {settled}; по оста от {from} до {to}: медиана {median}, 9 от 10 "
      "между {low} и {high}, средно {mean}",
      "{issue}: діє в {settled}; на осі від {from} до {to}: медіана {median}, 9 з 10 між "
      "{low} і {high}, середнє {mean}"}},
    {"forecast.issue.none",
     {"{issue}: never in force", "{issue}: никога в сила", "{issue}: ніколи не діє"}},
    {"forecast.option", {"{option}: {share}", "{option}: {share}", "{option}: {share}"}},
    {"forecast.inputs",
     {"What drives whether there is an agreement", "От какво зависи дали има споразумение",
      "Від чого залежить, чи є угода"}},
    {"forecast.inputs.about",
     {"The share of the variance that goes along with one input alone (by classes of its values), "
      "and the rank correlation; 95% intervals. A share whose interval contains 0 cannot be told "
      "from 0; its estimate may lie below.",
      "Делът от дисперсията, свързан само с един вход (по класове на стойностите му), и ранговата "
      "корелация; 95-процентни интервали. Дял, чийто интервал съдържа 0, не може да се различи "
      "от 0; оценката му може да е и по-малка от 0.",
      "Частка дисперсії, повʼязана лише з одним входом (за класами його значень), і рангова "
      "кореляція; 95-відсоткові інтервали. Частку, інтервал якої містить 0, не можна відрізнити "
      "від 0; її оцінка може бути й меншою за 0."}},
    {"forecast.constant",
     {"All draws end alike in this, so nothing drives it.",
      "Всички тегления завършват еднакво в това, затова то не зависи от нищо.",
      "Усі розіграші закінчуються в цьому однаково, тож воно ні від чого не залежить."}},
    {"forecast.few",
     {"Too few draws to tell.", "Твърде малко тегления, за да се каже.",
      "Замало розіграшів, щоб сказати."}},
    {"forecast.closing",
     {"The numbers of the scenario are assumptions; this is what follows from them.",
      "Числата в сценария са допускания; това е каквото следва от тях.",
      "Числа сценарію є припущеннями; це те, що з них випливає."}},
    {"column.first", {"alone", "сам", "сам"}},
    {"column.total", {"in all", "общо", "разом"}},
    {"column.rank", {"rank correlation", "рангова корелация", "рангова кореляція"}},
};

}  // namespace

std::span<const Phrase> forecast_words() {
  return kWords;
}

}  // namespace detente::detail
