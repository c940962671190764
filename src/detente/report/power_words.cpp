#include "detente/report/study_words.hpp"

namespace detente::detail {
namespace {

constexpr Phrase kWords[] = {
    {"power.heading.votes",
     {"{title}: power in a vote of {n}~{n:player|players}",
      "{title}: тежест при гласуване на {n}~{n:играч|играчи}",
      "{title}: вага в голосуванні {n}~{n:гравця|гравців|гравців}"}},
    {"power.heading.game",
     {"{title}: a game of {n}~{n:player|players}", "{title}: игра на {n}~{n:играч|играчи}",
      "{title}: гра {n}~{n:гравця|гравців|гравців}"}},
    {"power.heading.talks",
     {"{title}, {stage}: who is pivotal for an agreement",
      "{title}, {stage}: от кого зависи споразумение",
      "{title}, {stage}: від кого залежить угода"}},
    // the rules
    {"power.rule",
     {"It takes at least {quota} of {total}.", "Нужни са поне {quota} от {total}.",
      "Потрібно щонайменше {quota} з {total}."}},
    {"power.rules",
     {"Rule {n}: it takes at least {quota} of {total}.",
      "Правило {n}: нужни са поне {quota} от {total}.",
      "Правило {n}: потрібно щонайменше {quota} з {total}."}},
    {"power.quorum",
     {"An agreement takes at least {share} of the parties' power.",
      "За споразумение са нужни поне {share} от тежестта на страните.",
      "Для угоди потрібно щонайменше {share} ваги сторін."}},
    {"power.consent",
     {"It takes the consent of {who}.", "Нужно е съгласието на {who.accusative}.",
      "Потрібна згода {who.genitive}."}},
    {"power.anybody",
     {"Whoever accepts a package has an agreement.", "Който приеме пакет, има споразумение.",
      "Хто приймає пакет, має угоду."}},
    {"power.rounded",
     {"The powers were rounded for this count.", "Тежестите са закръглени за това броене.",
      "Ваги для цього підрахунку округлено."}},
    // who is what
    {"power.most",
     {"Most often pivotal: {who}, in {share} of all orders of joining (Shapley–Shubik).",
      "Най-често решава присъединяването на {who.accusative}: в {share} от всички редове на "
      "присъединяване "
      "(Шапли–Шубик).",
      "Найчастіше вирішує приєднання {who.genitive}: у {share} усіх порядків приєднання "
      "(Шеплі–Шубік)."}},
    {"power.veto",
     {"Nothing passes without {who}.", "Нищо не минава без {who.accusative}.",
      "Ніщо не проходить без {who.genitive}."}},
    {"power.veto.each",
     {"Nothing passes without each of these: {who}.",
      "Нищо не минава без всеки от тях: {who.accusative}.",
      "Ніщо не проходить без кожного з них: {who.genitive}."}},
    {"power.dictator",
     {"{who} [decides|decide:who] alone.", "[Решава|Решават:who] единствено {who}.",
      "[Вирішує|Вирішують:who] лише {who}."}},
    {"power.dummies",
     {"Never pivotal: {list}.", "Никога не решават: {list}.", "Ніколи не вирішують: {list}."}},
    {"power.nobody",
     {"No coalition can win under these rules.", "При тези правила никоя коалиция не печели.",
      "За цими правилами жодна коаліція не виграє."}},
    {"power.winning",
     {"Winning coalitions: {n} ({share} of all).", "Печеливши коалиции: {n} ({share} от всички).",
      "Виграшних коаліцій: {n} ({share} усіх)."}},
    {"power.winning.share",
     {"Winning coalitions: {share} of all.", "Печеливши коалиции: {share} от всички.",
      "Виграшних коаліцій: {share} усіх."}},
    {"power.inexact",
     {"Computed by quadrature, to ten digits.", "Изчислено чрез квадратура, до десет знака.",
      "Обчислено квадратурою, до десяти знаків."}},
    {"power.without",
     {"Without the quorum, by consents alone", "Без кворума, само по съгласия",
      "Без кворуму, лише за згодами"}},
    {"power.more",
     {"And {n} more; --json lists them all.", "И още {n}; --json изброява всички.",
      "І ще {n}; --json перелічує всіх."}},
    // columns
    {"power.column.shubik", {"Shapley–Shubik", "Шапли–Шубик", "Шеплі–Шубік"}},
    {"power.column.banzhaf", {"Banzhaf", "Банзаф", "Банцаф"}},
    {"power.column.penrose", {"Penrose", "Пенроуз", "Пенроуз"}},
    {"power.column.swings", {"swings", "решаващи", "вирішальні"}},
    {"power.column.shapley", {"Shapley", "Шапли", "Шеплі"}},
    {"power.column.nucleolus", {"nucleolus", "нуклеол", "нуклеолус"}},
    {"power.column.prenucleolus", {"prenucleolus", "пренуклеол", "пренуклеолус"}},
    {"power.column.owen", {"Owen", "Оуен", "Оуен"}},
    {"power.column.myerson", {"Myerson", "Майерсън", "Маєрсон"}},
    // the game
    {"power.game",
     {"What each adds to what coalitions are worth",
      "Какво добавя всеки към стойността на коалициите", "Що кожен додає до вартості коаліцій"}},
    {"power.worth",
     {"A coalition is worth the largest sum of its members' gains over their walk-aways (or over "
      "their worst packages, where those are better) on a package that all of them accept, and "
      "nothing if it does not win. That gains of different parties are added up is a choice.",
      "Една коалиция струва най-големия сбор от печалбите на членовете си над границите им на "
      "отказ (или над най-лошите им пакети, където те са по-добри) при пакет, който всички те "
      "приемат, и нищо, ако не печели. Събирането на печалби на различни страни е избор.",
      "Коаліція варта найбільшої суми виграшів її членів понад їхні межі відмови (або понад їхні "
      "найгірші пакети, якщо ті кращі) на пакеті, який усі вони приймають, і нічого, якщо не "
      "виграє. Додавання виграшів різних сторін~— це вибір."}},
    {"power.normalised",
     {"Each party's gains are divided by its largest.",
      "Печалбите на всяка страна са разделени на най-голямата ѝ.",
      "Виграші кожної сторони поділено на її найбільший."}},
    {"power.all",
     {"All together are worth {value}.", "Всички заедно струват {value}.",
      "Усі разом варті {value}."}},
    {"power.core.empty",
     {"The core is empty: however that is divided, some coalition is {value} short of its worth.",
      "Ядрото е празно: както и да се раздели това, на някоя коалиция не достигат {value} до "
      "стойността ѝ.",
      "Ядро порожнє: хоч як це поділити, якійсь коаліції бракує {value} до її вартості."}},
    {"power.core.full",
     {"The core is not empty: that can be divided so that no coalition gets less than its worth.",
      "Ядрото не е празно: това може да се раздели така, че никоя коалиция да не получи под "
      "стойността си.",
      "Ядро не порожнє: це можна поділити так, що жодна коаліція не матиме менше за свою "
      "вартість."}},
    {"power.structure",
     {"Best split into coalitions: {list}; worth {value}.",
      "Най-доброто деление на коалиции: {list}; струва {value}.",
      "Найкращий поділ на коаліції: {list}; варто {value}."}},
    {"power.coalition", {"{list}", "{list}", "{list}"}},
    {"power.plain",
     {"As if every coalition decided by itself", "Както ако всяка коалиция решаваше сама",
      "Так, ніби кожна коаліція вирішувала сама"}},
    {"power.plain.about",
     {"This shows who fits with whom. The best package of one alone may be worth more than any "
      "that all accept, so no division of it is looked for.",
      "Това показва кой с кого се съчетава. Най-добрият пакет за един сам може да струва повече "
      "от всеки, който всички приемат, затова не се търси деление.",
      "Це показує, хто з ким поєднується. Найкращий пакет для одного самого може бути вартий "
      "більше за будь-який, який приймають усі, тому поділу не шукають."}},
    {"power.too_large",
     {"More than {n} parties: their game is not worked out.",
      "Повече от {n} страни: играта им не се пресмята.",
      "Понад {n} сторін: їхню гру не обчислюють."}},
    {"power.blocs",
     {"Hanging together by their links: {list}.", "Свързани помежду си: {list}.",
      "Повʼязані між собою: {list}."}},
    {"power.closing",
     {"Under the assumptions of the scenario.", "При допусканията на сценария.",
      "За припущень сценарію."}},
};

}  // namespace

std::span<const Phrase> power_words() {
  return kWords;
}

}  // namespace detente::detail
