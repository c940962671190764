#include "ui/words.hpp"

// Ukrainian: the panes in the middle, and the run tree.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // all of them
    {"centre.empty", "Поки що нічого показати."},
    {"centre.opening", "початок"},
    {"centre.round", "раунд~{n}"},
    {"centre.round_of", "раунд~{n} з {all}"},
    {"centre.of", "{n} з {all}"},
    // the coalition graph
    {"graph.agree", "можуть домовитися зараз: {n} з {all}"},
    {"graph.none", "жоден пакет ще не може пройти: 0 з {all}"},
    {"graph.waits", "чекає"},
    {"graph.left", "поза столом"},
    {"graph.threshold", "Поріг: {n}"},
    {"graph.worth", "Корисність пропозиції: {n}"},
    {"graph.offers", "внесла пропозицію"},
    {"graph.accepts", "приймає її"},
    {"graph.refuses", "відхиляє її"},
    {"graph.unreached", "не дійшла"},
    {"graph.blocks", "блокує: бракує згоди"},
    {"graph.broker", "зовнішнє кільце: звʼязує інших"},
    {"graph.adviser", "порожній знак: радник"},
    {"graph.lines", "лінія: звʼязок"},
    {"graph.against", "переривчаста лінія між двома: супротив"},
    {"graph.split", "довга переривчаста лінія: найслабші звʼязки"},
    // the issues
    {"issues.hint", "рамка: пропозиція; риска: останні 3 раунди"},
    {"issues.kept", "лишається за домовленістю"},
    {"issues.outside", "не на цьому етапі"},
    {"issues.reopened", "знову відкрите"},
    {"issues.common", "спільна позиція"},
    // the timeline
    {"timeline.hint", "крива: підтримка найкращого пакета"},
    {"timeline.have", "є {have}"},
    {"timeline.needed", "треба {needed}"},
    {"timeline.agreement", "угода"},
    {"timeline.no_agreement", "кінець без угоди"},
    {"timeline.out", "хтось виходить"},
    {"timeline.edit", "число змінюється"},
    {"timeline.reopened", "питання знову відкриті"},
    {"timeline.together", "пропонує новий блок"},
    {"timeline.silence", "ніхто не може запропонувати"},
    {"timeline.accepted", "ніхто з опитаних не відмовляє"},
    // the run tree
    {"runs.computing", "обчислення…"},
    {"runs.no_rounds", "без раундів"},
    {"runs.fault", "не вдалося розіграти"},
    {"runs.waiting", "чекає на ваш хід"},
    {"runs.no_deal", "угоди немає"},
    {"runs.deal", "угода в раунді~{n}: {who}"},
    {"runs.compared", "(порівнюється)"},
    {"runs.up", "Раніші гілки"},
    {"runs.down", "Пізніші гілки"},
    {"runs.more", "ще {n} {n:гілка|гілки|гілок}"},
    {"runs.branch", "Нова гілка"},
    {"runs.compare", "Порівняти"},
    {"runs.undo", "Скасувати"},
};

}  // namespace

std::span<const detail::Word> centre_uk() {
  return kWords;
}

}  // namespace detente::ui
