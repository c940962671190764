#include "detente/report/study_words.hpp"

namespace detente::detail {
namespace {

constexpr Phrase kWords[] = {
    {"stab.heading",
     {"{title}: {n} {n:state|states}, {actors} {actors:actor|actors}",
      "{title}: {n} {n:състояние|състояния}, {actors} {actors:участник|участници}",
      "{title}: {n} {n:стан|стани|станів}, {actors} {actors:учасник|учасники|учасників}"}},
    {"stab.rule.legal",
     {"Sanction rule “legal”: the others may answer by any sequence of moves in which nobody moves "
      "twice in a row.",
      "Правило за отговорите „legal“: другите могат да отговорят с всяка поредица от ходове, в "
      "която никой не ходи два пъти подред.",
      "Правило відповідей «legal»: інші можуть відповісти будь-якою послідовністю ходів, у якій "
      "ніхто не ходить двічі поспіль."}},
    {"stab.rule.once",
     {"Sanction rule “once”: the others may answer by a sequence of moves in which each of them "
      "moves at most once.",
      "Правило за отговорите „once“: другите могат да отговорят с поредица от ходове, в която "
      "всеки ходи най-много веднъж.",
      "Правило відповідей «once»: інші можуть відповісти послідовністю ходів, у якій кожен ходить "
      "щонайбільше один раз."}},
    {"stab.rule.direct",
     {"Sanction rule “direct”: the others may answer by one move of one of them.",
      "Правило за отговорите „direct“: другите могат да отговорят с един ход на един от тях.",
      "Правило відповідей «direct»: інші можуть відповісти одним ходом одного з них."}},
    // concepts, as nouns
    {"stab.nash", {"Nash stability", "устойчивост по Наш", "стійкість за Нешем"}},
    {"stab.gmr",
     {"general metarationality", "обща метарационалност", "загальна метараціональність"}},
    {"stab.smr",
     {"symmetric metarationality", "симетрична метарационалност", "симетрична метараціональність"}},
    {"stab.seq", {"sequential stability", "последователна устойчивост", "послідовна стійкість"}},
    {"stab.sseq",
     {"symmetric sequential stability", "симетрична последователна устойчивост",
      "симетрична послідовна стійкість"}},
    {"stab.sim", {"simultaneous stability", "едновременна устойчивост", "одночасна стійкість"}},
    // who may do what
    {"stab.options", {"Options", "Възможности", "Можливості"}},
    {"stab.options.about",
     {"Letters of a state: the options in this order, Y taken, N not; its code is the sum of "
      "2^(number~− 1) over those taken.",
      "Букви на състояние: възможностите в този ред, Y избрана, N не; кодът му е сборът от "
      "2^(номер~− 1) по избраните.",
      "Літери стану: можливості в цьому порядку, Y обрано, N ні; його код~— це сума "
      "2^(номер~− 1) за обраними."}},
    {"stab.owner", {"{who}: {list}", "{who}: {list}", "{who}: {list}"}},
    {"stab.option", {"{n}~{title}", "{n}~{title}", "{n}~{title}"}},
    {"stab.option.to_yes",
     {"{n}~{title} (once yes, it stays)", "{n}~{title} (щом стане „да“, остава)",
      "{n}~{title} (щойно стане «так», лишається)"}},
    {"stab.option.to_no",
     {"{n}~{title} (once no, it stays)", "{n}~{title} (щом стане „не“, остава)",
      "{n}~{title} (щойно стане «ні», лишається)"}},
    {"stab.status_quo",
     {"Status quo: state {state}: {words}.", "Изходно състояние: {state}: {words}.",
      "Вихідний стан: {state}: {words}."}},
    {"stab.nothing",
     {"no option is taken", "никоя възможност не е избрана", "жодної можливості не обрано"}},
    // equilibria
    {"stab.equilibria",
     {"Equilibria: the states that no actor would leave",
      "Равновесия: състоянията, които никой участник не би напуснал",
      "Рівноваги: стани, яких жоден учасник не покинув би"}},
    {"stab.counts", {"How many: {list}", "Колко: {list}", "Скільки: {list}"}},
    {"stab.no_sim.graph",
     {"sim is defined for options only.", "sim е определена само за възможности.",
      "sim визначено лише для можливостей."}},
    {"stab.state",
     {"State {state}: {words}", "Състояние {state}: {words}", "Стан {state}: {words}"}},
    {"stab.holds", {"Holds as {list}.", "В сила е като {list}.", "Діє як {list}."}},
    {"stab.here", {"It is the status quo.", "Това е изходното състояние.", "Це вихідний стан."}},
    {"stab.path",
     {"From the status quo in {n} {n:move|moves}: {list}.",
      "От изходното състояние с {n} {n:ход|хода}: {list}.",
      "Від вихідного стану за {n} {n:хід|ходи|ходів}: {list}."}},
    {"stab.step", {"{who} to {place}", "{who} към {place}", "{who} до {place}"}},
    {"stab.step.final",
     {"{who} to {place}, which cannot be taken back", "{who} към {place}, без връщане назад",
      "{who} до {place}, без вороття"}},
    {"stab.weak",
     {"Only because the others could answer, whether or not that is in their interest (gmr, smr): "
      "{list}.",
      "Само защото другите биха могли да отговорят, все едно дали е в техен интерес (gmr, smr): "
      "{list}.",
      "Лише тому, що інші могли б відповісти, байдуже, чи це в їхніх інтересах (gmr, smr): "
      "{list}."}},
    {"stab.every",
     {"under every concept asked", "при всяко търсено понятие", "за кожним шуканим поняттям"}},
    {"stab.unreached",
     {"Cannot be reached from the status quo by credible moves.",
      "Дотам не може да се стигне от изходното състояние с правдоподобни ходове.",
      "Недосяжний з вихідного стану правдоподібними ходами."}},
    {"stab.more",
     {"And {n} more; --json lists them all.", "И още {n}; --json изброява всички.",
      "І ще {n}; --json перелічує всі."}},
    {"stab.none",
     {"There is none under these concepts.", "При тези понятия няма такова.",
      "За цими поняттями такого немає."}},
    // where improvements end
    {"stab.attractors",
     {"Where improvements lead", "Накъде водят подобренията", "Куди ведуть покращення"}},
    {"stab.rest",
     {"State {state}: it comes to rest there.", "Състояние {state}: там всичко спира.",
      "Стан {state}: там усе спиняється."}},
    {"stab.round",
     {"Round and round among {n} {n:state|states}: {list}.",
      "В кръг между {n} {n:състояние|състояния}: {list}.",
      "По колу між {n} {n:станом|станами|станами}: {list}."}},
    // coalitions
    {"stab.coalitions",
     {"Coalitions: what several could do together", "Коалиции: какво биха могли няколко заедно",
      "Коаліції: що могли б зробити кілька разом"}},
    {"stab.coalition_stable",
     {"States that no coalition would leave, {concept}: {list}.",
      "Състояния, които никоя коалиция не би напуснала, {concept}: {list}.",
      "Стани, яких жодна коаліція не покинула б, {concept}: {list}."}},
    {"stab.coalition_stable.none",
     {"Every state would be left by one coalition or another, {concept}.",
      "Всяко състояние би било напуснато от една или друга коалиция, {concept}.",
      "Кожен стан покинула б та чи інша коаліція, {concept}."}},
    {"stab.broken",
     {"State {state} ({concept}): {who} together would move to state {target}.",
      "Състояние {state} ({concept}): {who} заедно биха минали към състояние {target}.",
      "Стан {state} ({concept}): {who} разом перейшли б до стану {target}."}},
    // how firmly
    {"stab.robust",
     {"How firmly the equilibria stand", "Колко здраво стоят равновесията",
      "Наскільки міцні рівноваги"}},
    {"stab.robust.state",
     {"State {state} ({concept}): {kept} of {swaps} exchanges of neighbours in a ranking leave it; "
      "{share} of random changes do (95% interval: {interval}).",
      "Състояние {state} ({concept}): остава при {kept} от {swaps} размени на съседи в подредба; "
      "при {share} от случайните промени (95-процентен интервал: {interval}).",
      "Стан {state} ({concept}): лишається за {kept} з {swaps} обмінів сусідів у порядку; за "
      "{share} випадкових змін (95-відсотковий інтервал: {interval})."}},
    {"stab.robust.gone", {"Gone if {list}.", "Изчезва, ако {list}.", "Зникає, якщо {list}."}},
    {"stab.robust.swap",
     {"{who} [ranks|rank:who] {worse} above {better}",
      "в подредбата на {who.accusative} {worse} е над {better}",
      "у порядку {who.genitive} {worse} вище за {better}"}},
    {"stab.robust.group",
     {"{n:state|states} {list}", "{n:състояние|състояния} {list}", "{n:стан|стани|стани} {list}"}},
    {"stab.robust.firm",
     {"No sequence of up to {n} such {n:exchange|exchanges} ends it.",
      "Никоя поредица до {n} {n:такава размяна|такива размени} не го премахва.",
      "Жодна послідовність до {n} {n:такого обміну|таких обмінів|таких обмінів} його не знімає."}},
    {"stab.robust.statement",
     {"Gone if, for {who}, “{text}” stands at place {to} instead of {from}.",
      "Изчезва, ако за {who.accusative} „{text}“ стои на място {to} вместо {from}.",
      "Зникає, якщо для {who.genitive} «{text}» стоїть на місці {to} замість {from}."}},
    {"stab.robust.no_statement",
     {"No one statement put at another place ends it.",
      "Нито едно твърдение на друго място не го премахва.",
      "Жодне твердження на іншому місці його не знімає."}},
    // the table of states
    {"stab.table", {"States", "Състояния", "Стани"}},
    {"stab.table.about",
     {"Stable for an actor, or for all: n nash, g gmr, m smr, s seq, y sseq, i sim.",
      "Устойчиво за участник или за всички: n nash, g gmr, m smr, s seq, y sseq, i sim.",
      "Стійко для учасника або для всіх: n nash, g gmr, m smr, s seq, y sseq, i sim."}},
    {"stab.table.columns",
     {"Columns: number, code, letters, for all, then for {list}.",
      "Колони: номер, код, букви, за всички, после за {list}.",
      "Стовпці: номер, код, літери, для всіх, потім для: {list}."}},
    {"stab.more.states",
     {"And {n} more {n:state|states}; --states=N lists so many.",
      "И още {n} {n:състояние|състояния}; --states=N изброява толкова.",
      "І ще {n} {n:стан|стани|станів}; --states=N перелічує стільки."}},
    // certificates
    {"stab.place",
     {"state {state} ({list})", "състояние {state} ({list})", "стану {state} ({list})"}},
    {"stab.place.bare", {"state {state}", "състояние {state}", "стану {state}"}},
    {"stab.yes", {"“{option}”: yes", "„{option}“: да", "«{option}»: так"}},
    {"stab.no", {"“{option}”: no", "„{option}“: не", "«{option}»: ні"}},
    {"stab.cert.at",
     {"State {state}: {words}", "Състояние {state}: {words}", "Стан {state}: {words}"}},
    {"stab.cert.still",
     {"State {state} is stable for {who} ({concept}): no move from there is an improvement.",
      "Състояние {state} е устойчиво за {who.accusative} ({concept}): никой ход оттам не е "
      "подобрение.",
      "Стан {state} стійкий для {who.genitive} ({concept}): жоден хід звідти не є покращенням."}},
    {"stab.cert.stable",
     {"State {state} is stable for {who} ({concept}): {n} {n:improvement is|improvements are} "
      "open, "
      "and the others can answer {n:it|each}.",
      "Състояние {state} е устойчиво за {who.accusative} ({concept}): има {n} {n:подобрение, но "
      "другите могат "
      "да му отговорят|подобрения, но другите могат да отговорят на всяко}.",
      "Стан {state} стійкий для {who.genitive} ({concept}): є {n} {n:покращення, але інші можуть "
      "на нього відповісти|покращення, але інші можуть відповісти на кожне|покращень, але інші "
      "можуть відповісти на кожне}."}},
    {"stab.cert.unstable.nash",
     {"State {state} is not stable for {who} ({concept}): a move to {place} is an improvement.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} е "
      "подобрение.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} є покращенням."}},
    {"stab.cert.unstable.gmr",
     {"State {state} is not stable for {who} ({concept}): by a move to {place} [it stays|they "
      "stay:who] better off, whatever the others answer.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} остава "
      "подобрение, "
      "както и да отговорят другите.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} лишається "
      "покращенням, хоч би як відповіли інші."}},
    {"stab.cert.unstable.smr",
     {"State {state} is not stable for {who} ({concept}): by a move to {place} [it ends|they "
      "end:who] up better off, whatever the others answer, if need be by one more move.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} остава "
      "подобрение, "
      "както и да отговорят другите, ако трябва с още един ход.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} лишається "
      "покращенням, хоч би як відповіли інші, за потреби ще одним ходом."}},
    {"stab.cert.unstable.seq",
     {"State {state} is not stable for {who} ({concept}): by a move to {place} [it stays|they "
      "stay:who] better off after every answer that is in the others' own interest.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} остава "
      "подобрение "
      "след всеки отговор, който е в интерес на самите други.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} лишається "
      "покращенням після кожної відповіді, яка в інтересі самих інших."}},
    {"stab.cert.unstable.sseq",
     {"State {state} is not stable for {who} ({concept}): by a move to {place} [it ends|they "
      "end:who] up better off after every answer that is in the others' own interest, if need be "
      "by one more move.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} остава "
      "подобрение "
      "след всеки отговор, който е в интерес на самите други, ако трябва с още един ход.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} лишається "
      "покращенням після кожної відповіді, яка в інтересі самих інших, за потреби ще одним "
      "ходом."}},
    {"stab.cert.unstable.sim",
     {"State {state} is not stable for {who} ({concept}): a move to {place} stays an improvement, "
      "whatever the others change at the same time for their own good.",
      "Състояние {state} е неустойчиво за {who.accusative} ({concept}): ход към {place} остава "
      "подобрение, "
      "каквото и да променят другите в същото време за свое добро.",
      "Стан {state} нестійкий для {who.genitive} ({concept}): хід до {place} лишається "
      "покращенням, хоч би що інші водночас змінили на свою користь."}},
    {"stab.cert.answer",
     {"If {who} [moves|move:who] to {place}, the answer is: {list}. State {end} is no better for "
      "{who} than state {state}.",
      "При ход на {who.accusative} към {place} отговорът е: {list}. За {who.accusative} състояние "
      "{end} не е по-добро от "
      "състояние {state}.",
      "На хід {who.genitive} до {place} відповідь така: {list}. Для {who.genitive} стан {end} не "
      "кращий за стан {state}."}},
    {"stab.cert.together",
     {"If {who} [moves|move:who] to {place} and at the same time: {list}, that leads to state "
      "{end}, "
      "no better for {who} than state {state}.",
      "При ход на {who.accusative} към {place} и в същото време: {list}, се стига до състояние "
      "{end}, което "
      "за "
      "{who.accusative} не е по-добро от състояние {state}.",
      "Якщо хід {who.genitive} до {place} збігається з: {list}, виходить стан {end}, який для "
      "{who.genitive} не кращий за стан {state}."}},
    {"stab.cert.together.alone",
     {"A move to {place} leads to state {end}, no better for {who} than state {state}.",
      "Ход към {place} води до състояние {end}, което за {who.accusative} не е по-добро от "
      "състояние {state}.",
      "Хід до {place} веде до стану {end}, який для {who.genitive} не кращий за стан {state}."}},
    {"stab.cert.then", {"{one}; then {other}", "{one}; после {other}", "{one}; потім {other}"}},
    {"stab.cert.escape",
     {"From there [its|their:who] best move leads to state {escape}, no better than state {state} "
      "either.",
      "Най-добрият ход оттам на {who.accusative} води към състояние {escape}, което също не е "
      "по-добро от "
      "състояние {state}.",
      "Найкращий хід {who.genitive} звідти веде до стану {escape}, який теж не кращий за стан "
      "{state}."}},
    {"stab.cert.no_escape",
     {"From there [it has|they have:who] no move.", "Оттам {who} [няма|нямат:who] ход.",
      "Звідти для {who.genitive} ходу немає."}},
    // the inverse question
    {"stab.inverse",
     {"Rankings of {who} without ties that make state {state} an equilibrium, all others as they "
      "are:",
      "Подредби на {who.accusative} без равенства, при които състояние {state} е равновесие, а "
      "всичко друго "
      "остава:",
      "Порядки {who.genitive} без рівностей, за яких стан {state} є рівновагою, а все інше "
      "лишається:"}},
    {"stab.inverse.exact",
     {"{name}: {fitting} of {rankings} rankings", "{name}: {fitting} от {rankings} подредби",
      "{name}: {fitting} з {rankings} порядків"}},
    {"stab.inverse.drawn",
     {"{name}: {fitting} of {rankings} rankings drawn (95% interval: {interval})",
      "{name}: {fitting} от {rankings} изтеглени подредби (95-процентен интервал: {interval})",
      "{name}: {fitting} з {rankings} розіграних порядків (95-відсотковий інтервал: {interval})"}},
    // a play of the conflict, explained
    {"stab.play.head.moves",
     {"{who} [leaves|leave:who] state {from} for state {to}; {concept}: {verdict}.",
      "{who} [минава|минават:who] от състояние {from} към състояние {to}; {concept}: {verdict}.",
      "{who} [переходить|переходять:who] зі стану {from} до стану {to}; {concept}: {verdict}."}},
    {"stab.play.head.stays",
     {"{who} [stays|stay:who] at state {from}; {concept}: {verdict}.",
      "{who} [остава|остават:who] в състояние {from}; {concept}: {verdict}.",
      "{who} [лишається|лишаються:who] у стані {from}; {concept}: {verdict}."}},
    {"stab.play.still",
     {"no move from there is an improvement", "никой ход оттам не е подобрение",
      "жоден хід звідти не є покращенням"}},
    {"stab.play.answered",
     {"{n} {n:improvement|improvements}, all of them answered",
      "{n} {n:подобрение|подобрения} и отговор на всички",
      "{n} {n:покращення|покращення|покращень} і відповідь на всі"}},
    {"stab.play.open",
     {"an improvement that nobody can answer", "подобрение, на което никой не може да отговори",
      "покращення, на яке ніхто не може відповісти"}},
    {"stab.closing",
     {"The preferences of the scenario are assumptions; this is what follows from them.",
      "Предпочитанията в сценария са допускания; това е каквото следва от тях.",
      "Уподобання сценарію є припущеннями; це те, що з них випливає."}},
};

}  // namespace

std::span<const Phrase> stability_words() {
  return kWords;
}

}  // namespace detente::detail
