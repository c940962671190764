#pragma once

namespace detente {

/// Natural logarithm of a positive finite number, within about 1 ulp; built from + - * / alone, so
/// it has the same bits on every processor, unlike std::log.
/// @throws ContractViolation  unless 0 < x and x is a normal number.
/// @source  the argument reduction and minimax polynomial published with Sun's fdlibm (1993).
double portable_log(double x);

/// e^x for |x| <= 700, within about 1 ulp; the same bits everywhere. Source as portable_log().
double portable_exp(double x);

/// t^e for 0 <= t <= 1 and e > 0. Exact products and square roots for e = 1/4, 1/2, 1, 2 and 4,
/// through portable_log() and portable_exp() for any other.
double power_of_unit(double t, double e);

}  // namespace detente
