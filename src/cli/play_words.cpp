#include "cli/play_words.hpp"

#include <array>

#include "detente/core/contract.hpp"
#include "detente/core/text.hpp"

namespace detente::cli {
namespace {

constexpr detail::Phrase kWords[] = {
    {"welcome",
     {"You decide for {who}. Type “{help}” to see what you can say.",
      "Вие решавате за {who}. Напишете „{help}“, за да видите какво можете да кажете.",
      "Ви вирішуєте за {who.accusative}. Напишіть «{help}», щоб побачити, що можна сказати."}},
    {"issues",
     {"What counts for {who}, and what each option is worth (0 to 1):",
      "Какво тежи за {who} и колко струва всяка възможност (от 0 до 1):",
      "Що важить для {who.genitive} і чого вартий кожен варіант (від 0 до 1):"}},
    {"issue",
     {"{number}. {id}: {title}; weight {weight}", "{number}. {id}: {title}; тежест {weight}",
      "{number}. {id}: {title}; вага {weight}"}},
    {"fixed", {"settled: {option}", "решено: {option}", "вирішено: {option}"}},
    {"option",
     {"{number}. {id}: {title}; {value}", "{number}. {id}: {title}; {value}",
      "{number}. {id}: {title}; {value}"}},
    {"red",
     {"{option} (across a red line)", "{option} (отвъд червена линия)",
      "{option} (за червоною лінією)"}},
    {"turn",
     {"{stage}, round {round} of {rounds}: {who} to decide.",
      "{stage}, кръг {round} от {rounds}: решава {who}.",
      "{stage}, раунд {round} з {rounds}: вирішує {who}."}},
    {"asked",
     {"On the table is the offer of {who}:", "На масата е предложението на {who}:",
      "На столі пропозиція {who.genitive}:"}},
    {"bloc",
     {"About to be tabled by {who}:", "Предстои да внесат {who}:", "Ось-ось внесуть {who}:"}},
    {"bloc_alone",
     {"About to be tabled by {who} alone:", "Предстои да внесе само {who}:",
      "Ось-ось внесе лише {who}:"}},
    {"first",
     {"There is no offer to answer.", "Няма предложение за отговор.",
      "Немає пропозиції, на яку відповідати."}},
    {"worth",
     {"Worth {utility} to {who}; no deal is worth {walk_away}. The program would accept from "
      "{threshold}.",
      "За {who} струва {utility}; без сделка: {walk_away}. Програмата би приела от {threshold}.",
      "Для {who.genitive} варто {utility}; без угоди: {walk_away}. Програма прийняла б від "
      "{threshold}."}},
    {"below",
     {"That is worth {utility} to {who}, less than no deal: {walk_away}.",
      "За {who} това струва {utility}, по-малко, отколкото без сделка: {walk_away}.",
      "Для {who.genitive} це варто {utility}, менше, ніж без угоди: {walk_away}."}},
    {"crosses", {"It crosses a red line.", "Пресича червена линия.", "Перетинає червону лінію."}},
    {"may", {"You may say: {list}.", "Можете да кажете: {list}.", "Можна сказати: {list}."}},
    {"likely",
     {"At its threshold of this round: {list}.", "При прага си в този кръг: {list}.",
      "За своїм порогом цього раунду: {list}."}},
    {"likely.accept", {"{who} would accept", "{who}: приема", "{who}: згода"}},
    {"likely.refuse", {"{who} would refuse", "{who}: отказва", "{who}: відмова"}},
    {"likely.unreached", {"{who} is not reached", "{who}: не стига дотам", "{who}: не доходить"}},
    {"closes",
     {"With those who would accept, the stage would be agreed.",
      "С онези, които биха приели, етапът би бил договорен.",
      "З тими, хто погодився б, етап було б узгоджено."}},
    {"hint.accept", {"The program would accept.", "Програмата би приела.", "Програма прийняла б."}},
    {"hint.stand",
     {"The program would stand with this offer.", "Програмата би застанала зад предложението.",
      "Програма підтримала б цю пропозицію."}},
    {"hint.refuse",
     {"The program would refuse.", "Програмата би отказала.", "Програма відмовила б."}},
    {"hint.leave", {"The program would leave.", "Програмата би напуснала.", "Програма пішла б."}},
    {"hint.offer",
     {"The program would offer: {list}.", "Програмата би предложила: {list}.",
      "Програма запропонувала б: {list}."}},
    {"why",
     {"Weight times value, issue by issue:", "Тежест по стойност, въпрос по въпрос:",
      "Вага на значення, питання за питанням:"}},
    {"why.term",
     {"{issue}, {option}: {product}", "{issue}, {option}: {product}",
      "{issue}, {option}: {product}"}},
    {"why.sum", {"together: {utility}", "общо: {utility}", "разом: {utility}"}},
    {"unknown", {"“{word}” is not known.", "„{word}“ не е познато.", "«{word}» невідоме."}},
    {"unknown_hint",
     {"“{word}” is not known; did you mean “{near}”?", "„{word}“ не е познато; „{near}“ ли е?",
      "«{word}» невідоме; може, «{near}»?"}},
    {"unclear",
     {"“{word}” may mean: {list}.", "„{word}“ може да значи: {list}.",
      "«{word}» може означати: {list}."}},
    {"not_now",
     {"“{word}” is not possible now. You may say: {list}.",
      "„{word}“ сега не е възможно. Можете да кажете: {list}.",
      "«{word}» зараз неможливо. Можна сказати: {list}."}},
    {"no_choice",
     {"“{word}” is no ISSUE=OPTION; for example: {example}.",
      "„{word}“ не е ВЪПРОС=ВЪЗМОЖНОСТ; например: {example}.",
      "«{word}» не є ПИТАННЯ=ВАРІАНТ; наприклад: {example}."}},
    {"no_issue",
     {"There is no open issue “{word}”; there are: {list}.",
      "Няма открит въпрос „{word}“; има: {list}.",
      "Немає відкритого питання «{word}»; є: {list}."}},
    {"no_option",
     {"{issue} has no option “{word}”; it has: {list}.",
      "{issue} няма възможност „{word}“; има: {list}.",
      "{issue} не має варіанта «{word}»; є: {list}."}},
    {"no_offer",
     {"Say what you offer, for example: {example}.",
      "Кажете какво предлагате, например: {example}.",
      "Скажіть, що пропонуєте, наприклад: {example}."}},
    {"not_tabled",
     {"Not everybody in the bloc would stand with that: {list}.",
      "Не всички в блока биха застанали зад това: {list}.",
      "Не всі в блоці підтримали б це: {list}."}},
    {"help.accept",
     {"say yes to what is on the table, or stand with your bloc’s offer",
      "казвате да на онова, което е на масата, или заставате зад предложението на блока",
      "погодитися з тим, що на столі, або підтримати пропозицію блоку"}},
    {"help.refuse",
     {"say no; what the program does in your place follows",
      "казвате не; следва онова, което програмата прави на ваше място",
      "сказати ні; далі те, що на вашому місці робить програма"}},
    {"help.offer",
     {"offer a package: {example}; issues left out stay as shown",
      "предлагате пакет: {example}; неназованите въпроси остават, както са показани",
      "запропонувати пакет: {example}; неназвані питання лишаються, як показано"}},
    {"help.leave", {"walk out of the talks", "напускате разговорите", "піти з переговорів"}},
    {"help.try",
     {"see what a package would be worth and how others would answer",
      "вижте колко струва пакет и как биха отговорили другите",
      "побачити, чого вартий пакет і як відповіли б інші"}},
    {"help.hint",
     {"what the program would do in your place", "какво би направила програмата на ваше място",
      "що програма зробила б на вашому місці"}},
    {"help.why",
     {"how the worth of the package comes about", "как се получава стойността на пакета",
      "звідки береться вартість пакета"}},
    {"help.issues",
     {"the issues, their options and what they are worth",
      "въпросите, възможностите и стойността им", "питання, варіанти та їхня вартість"}},
    {"help.help", {"this list", "този списък", "цей список"}},
    {"help.quit", {"stop without an outcome", "спирате без изход", "зупинитися без підсумку"}},
    {"help.short",
     {"The beginning of a word will do, and numbers stand for issues and options.",
      "Стига и началото на дума, а числата стоят за въпроси и възможности.",
      "Досить і початку слова, а числа означають питання та варіанти."}},
    {"ended",
     {"The input has ended; from here on the program plays {who} with the tactic “linear”.",
      "Входът свърши; оттук нататък програмата играе за {who} с тактика „linear“.",
      "Введення скінчилося; далі програма грає за {who.accusative} з тактикою «linear»."}},
    {"saved",
     {"The moves are kept; this plays them again:", "Ходовете са запазени; така се повтарят:",
      "Ходи збережено; так їх можна повторити:"}},
    {"quit", {"Stopped; there is no outcome.", "Спряно; няма изход.", "Зупинено; підсумку немає."}},
};

/// By Ask, in each language.
constexpr std::array<std::array<std::string_view, kLanguages.size()>, 10> kAsks{{
    {"accept", "приемам", "приймаю"},
    {"refuse", "отказвам", "відмовляю"},
    {"offer", "предлагам", "пропоную"},
    {"leave", "напускам", "залишаю"},
    {"try", "опит", "спроба"},
    {"hint", "съвет", "порада"},
    {"why", "защо", "чому"},
    {"issues", "въпроси", "питання"},
    {"help", "помощ", "допомога"},
    {"quit", "край", "вихід"},
}};

/// Small letters, Latin ones only: the others are written small.
std::string in_small(std::string_view word) {
  std::string small(word);
  for (char& letter : small) {
    if ('A' <= letter && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return small;
}

}  // namespace

std::span<const detail::Phrase> play_words() {
  return kWords;
}

std::string_view play_pattern(Language language, std::string_view key) {
  const detail::Phrase* const found = detail::find_phrase(kWords, key);
  expects(found != nullptr, "play_pattern: a sentence with that key");
  return found->in(language);
}

std::string play_say(Language language, std::string_view key, const detail::Slots& slots) {
  return detail::fill(language, play_pattern(language, key), slots);
}

std::string_view word_of(Ask ask, Language language) {
  return kAsks.at(static_cast<std::size_t>(ask)).at(static_cast<std::size_t>(language));
}

std::vector<Ask> meanings(std::string_view word, Language language) {
  const std::string small = in_small(word);
  if (small == "?") return {Ask::help};
  std::vector<Ask> found;
  for (std::size_t place = 0; place < kAsks.size(); ++place) {
    const Ask ask = static_cast<Ask>(place);
    const std::string_view own = word_of(ask, language);
    const std::string_view english = word_of(ask, Language::en);
    if (small == own || small == english) return {ask};
    if (own.starts_with(small) || english.starts_with(small)) found.push_back(ask);
  }
  return small.empty() ? std::vector<Ask>{} : found;
}

std::string nearest_word(const std::string& word, Language language) {
  std::vector<std::string> known;
  for (std::size_t place = 0; place < kAsks.size(); ++place) {
    known.emplace_back(word_of(static_cast<Ask>(place), language));
    known.emplace_back(word_of(static_cast<Ask>(place), Language::en));
  }
  // "did you mean 'offer'?"
  const std::string hint = did_you_mean(in_small(word), known);
  const std::size_t begin = hint.find('\'');
  if (begin == std::string::npos) return {};
  return hint.substr(begin + 1, hint.find('\'', begin + 1) - begin - 1);
}

}  // namespace detente::cli
