#include "ui/words.hpp"

// Ukrainian: the role-play.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // role-play: brief, table, move, debrief
    {"role.whom", "За кого граєте ви?"},
    {"role.others", "Програма грає за всіх інших за числами сценарію."},
    {"role.model",
     "У цій моделі блок вносить одну пропозицію за раунд, а інші лише відповідають. За почергових "
     "пропозицій кожна сторона має хід у кожному раунді."},
    {"role.use_offers", "Почергові пропозиції"},
    {"role.red_line", "Червона лінія: лише між {from} та {to}."},
    {"role.wish", "Найкраще для вас: {option}. Важливість {weight}."},
    {"role.you", "Ви: {who}"},
    {"role.walk_away",
     "Без угоди ви маєте {value}. Пакет, вартий менше, гірший за відсутність угоди."},
    {"role.hints", "Підказки"},
    {"role.off", "без"},
    {"role.nudge", "натяк"},
    {"role.numbers", "числа"},
    {"role.stand_up", "Звільнити місце"},
    {"role.seat_first", "Спершу займіть місце в «Ваші вказівки»."},
    {"role.accepts", "{who} [приймає|приймають:who]"},
    {"role.refuses", "{who} [відмовляється|відмовляються:who]"},
    {"role.leaves", "{who} [йде|йдуть:who]"},
    {"role.unreached", "пропозиція не доходить до {who.genitive}"},
    {"role.crosses", "Перетинає вашу червону лінію."},
    {"role.worth",
     "Для вас варто {utility}. На вашому місці програма просить {threshold} у цьому раунді; "
     "відсутність угоди варта {walk_away}."},
    {"role.better", "Краще для вас, ніж відсутність угоди."},
    {"role.worse", "Гірше для вас, ніж відсутність угоди."},
    {"role.when", "Раунд {round}: {stage}"},
    {"role.asked", "На столі пропозиція {who.genitive}:"},
    {"role.bloc", "Ваш блок ({who}) збирається внести:"},
    {"role.first_word", "На столі нічого немає. Ви можете зробити пропозицію."},
    {"role.would_accept", "На вашому місці програма прийняла б."},
    {"role.would_refuse", "На вашому місці програма відмовила б."},
    {"role.would_offer", "На вашому місці програма зробила б власну пропозицію."},
    {"role.would_leave", "На вашому місці програма пішла б."},
    {"role.likely", "Як інші ймовірно відповіли б зараз:"},
    {"role.closes", "Із ними етап було б погоджено."},
    {"role.your_offer", "Ваша пропозиція"},
    {"role.not_tabled", "Ваш блок не підтримав би цей пакет."},
    {"role.use_hint", "Ідея програми"},
    {"table.offers", "{who} [пропонує|пропонують:who]:"},
    {"table.changes", "{who} [змінює|змінюють:who] свою пропозицію:"},
    {"table.repeats", "{who} [повторює|повторюють:who] свою пропозицію."},
    {"table.agreed", "Угода: {who} [приймає|приймають:who] цей пакет."},
    {"table.round", "Раунд {round}: {stage}"},
    {"table.left", "{who} [залишає|залишають:who] переговори."},
    {"table.nothing", "Нічого не було внесено."},
    {"table.opening", "Переговори ось-ось почнуться."},
    {"debrief.who", "Місце"},
    {"debrief.claimed", "Здобуто"},
    {"debrief.conceded", "Віддано"},
    {"debrief.joint", "Лишок"},
    {"debrief.time", "Раунди"},
    {"debrief.margin", "Запас"},
    {"debrief.none", "немає"},
    {"debrief.outcome", "Переговори завершилися {how}."},
    {"debrief.meaning",
     "Здобуто: ваша корисність від чинного. Віддано: наскільки знизилися ваші пропозиції. Лишок: "
     "спільні вигоди, за які жоден підписант не заплатив би. Запас: понад вашу межу відмови. "
     "Порівнюйте місце лише з ним самим: корисності різних учасників не мають спільної шкали."},
    {"debrief.later", "Розбір буде, коли переговори завершаться."},
    {"debrief.swap", "Пересядьте і зіграйте ті самі переговори знову:"},
};

}  // namespace

std::span<const detail::Word> roleplay_uk() {
  return kWords;
}

}  // namespace detente::ui
