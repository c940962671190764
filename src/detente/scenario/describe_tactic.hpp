#pragma once

#include "detente/scenario/key.hpp"
#include "detente/scenario/tactic_specs.hpp"

// The description of all fields (describe.hpp): how a party comes down, and when it accepts.
namespace detente::detail {

/// Whether a field counts as things are, and what to say where it does not.
struct Counts {
  bool holds;
  const char* otherwise;
};

template <typename Visitor, typename Member, typename Spec>
void leaf_if(const Counts& counts, Visitor& visit, Key key, Member& member, const Spec& spec) {
  if (counts.holds) {
    visit.leaf(key, member, spec);
  } else {
    visit.without_effect(key, counts.otherwise);
  }
}

template <typename Visitor>
void describe(Visitor& visit, AcceptRule& rule) {
  visit.leaf(required("rule"), rule.kind, kAcceptRule);
  const Counts scale{reads_scale(rule.kind), "on a rule that is not `next` or `previous`"};
  const Counts level{rule.kind == AcceptRule::Kind::constant, "on a rule that is not `const`"};
  const Counts moment{reads_moment(rule.kind),
                      "on a rule that is not `time`, `combi` or `combi_max`"};
  leaf_if(scale, visit, "alpha", rule.alpha, Number{0.0, 10.0});
  leaf_if(scale, visit, "beta", rule.beta, Number{-1.0, 1.0});
  leaf_if(level, visit, "theta", rule.theta, kShare);
  leaf_if(moment, visit, "tau", rule.tau, kShare);
}

template <typename Visitor>
void describe(Visitor& visit, Tactic& tactic) {
  visit.leaf("kind", tactic, TacticKind{});
  const bool by_time = tactic.kind == Tactic::Kind::time;
  const bool mirrors = tactic.kind == Tactic::Kind::tit_for_tat;
  const Counts curve{by_time, "on a tactic that is not `time`"};
  const Counts choice{by_time || mirrors, "on a tactic that is not `time` or `tit_for_tat`"};
  const Counts mirror{mirrors, "on a tactic that is not `tit_for_tat`"};
  leaf_if(curve, visit, "e", tactic.e, Number{0.01, 100.0});
  leaf_if(curve, visit, "start", tactic.start, kShare);
  leaf_if(curve, visit, "margin", tactic.margin, kShare);
  leaf_if(choice, visit, "offer", tactic.offer, OneOf<Tactic::Offer>{"offer rule", kOffers});
  leaf_if(mirror, visit, "mode", tactic.mode, OneOf<Tactic::Mode>{"mode", kModes});
  const bool averages = tactic.mode == Tactic::Mode::average;
  leaf_if({mirrors && !averages, "unless `tit_for_tat` is `relative`"}, visit, "lag", tactic.lag,
          kSteps);
  leaf_if({mirrors && averages, "unless `tit_for_tat` has `mode: average`"}, visit, "window",
          tactic.window, kSteps);
  leaf_if(mirror, visit, "kindness", tactic.kindness, kShare);
  visit.record("accept", tactic.accept);
  visit.leaf("leave_after", tactic.leave_after, kRound);
}

}  // namespace detente::detail
