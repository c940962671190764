#include "ui/words.hpp"

// Bulgarian: the panes in the middle, and the run tree.
namespace detente::ui {
namespace {

constexpr detail::Word kWords[] = {
    // all of them
    {"centre.empty", "Още няма какво да се покаже."},
    {"centre.opening", "начало"},
    {"centre.round", "кръг~{n}"},
    {"centre.round_of", "кръг~{n} от {all}"},
    {"centre.of", "{n} от {all}"},
    // the coalition graph
    {"graph.agree", "могат да се споразумеят сега: {n} от {all}"},
    {"graph.none", "още никой пакет не може да мине: 0 от {all}"},
    {"graph.waits", "чака"},
    {"graph.left", "напусна"},
    {"graph.threshold", "Праг: {n}"},
    {"graph.worth", "Полезност на предложението: {n}"},
    {"graph.offers", "направи предложението"},
    {"graph.accepts", "приема го"},
    {"graph.refuses", "отказва го"},
    {"graph.unreached", "недостигнат"},
    {"graph.blocks", "блокира: липсва съгласие"},
    {"graph.broker", "външен пръстен: свързва други"},
    {"graph.adviser", "празен: съветник"},
    {"graph.lines", "линия: връзка"},
    {"graph.against", "прекъсната линия между двама: противници"},
    {"graph.split", "дълга прекъсната линия: най-слабите връзки"},
    // the issues
    {"issues.hint", "кутия: предложението; черта: последните 3 кръга"},
    {"issues.kept", "остава по договореното"},
    {"issues.outside", "не е в този етап"},
    {"issues.reopened", "отворен отново"},
    {"issues.common", "обща позиция"},
    // the timeline
    {"timeline.hint", "крива: подкрепа за най-добрия пакет"},
    {"timeline.have", "има {have}"},
    {"timeline.needed", "нужни {needed}"},
    {"timeline.agreement", "споразумение"},
    {"timeline.no_agreement", "край без споразумение"},
    {"timeline.out", "някой напуска"},
    {"timeline.edit", "число се променя"},
    {"timeline.reopened", "въпроси се отварят отново"},
    {"timeline.together", "нов блок предлага"},
    {"timeline.silence", "никой не може да предложи"},
    {"timeline.accepted", "никой попитан не отказва"},
    // the run tree
    {"runs.computing", "изчислява се…"},
    {"runs.no_rounds", "без кръгове"},
    {"runs.fault", "не може да се изиграе"},
    {"runs.waiting", "чака вашия ход"},
    {"runs.no_deal", "без споразумение"},
    {"runs.deal", "споразумение в кръг~{n}: {who}"},
    {"runs.compared", "(сравнява се)"},
    {"runs.up", "По-ранни клонове"},
    {"runs.down", "По-късни клонове"},
    {"runs.more", "още {n} {n:клон|клона}"},
    {"runs.branch", "Нов клон"},
    {"runs.compare", "Сравняване"},
    {"runs.undo", "Отмяна"},
};

}  // namespace

std::span<const detail::Word> centre_bg() {
  return kWords;
}

}  // namespace detente::ui
