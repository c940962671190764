# Shared by the scripts beside it, which source it: bash, `set -euo pipefail`.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=${JOBS:-$(nproc)}

say() { printf '%s\n' "$*"; }

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The packages of the given groups, one a line.
packages_of() {
  local group
  for group in "$@"; do
    awk -v group="$group" '$1 == group { print $2 }' "$root/scripts/packages.txt"
  done
}

# Those of the given packages that are not installed, one a line.
missing_packages() {
  comm -23 <(printf '%s\n' "$@" | sort) \
    <({ dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true; } |
      awk '$2 == "installed" { print $1 }' | sort)
}

# Installs what is missing of the given groups, as root or through sudo. Nothing missing: no root.
need_packages() {
  local -a wanted missing as_root=()
  mapfile -t wanted < <(packages_of "$@")
  if [ -n "${DETENTE_NO_INSTALL:-}" ]; then return; fi
  if ! command -v dpkg-query >/dev/null; then
    say "This is not Debian; please see to it that these are there: ${wanted[*]}"
    return
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  if [ ${#missing[@]} -eq 0 ]; then return; fi

  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "these packages are missing, and without root or sudo they \
cannot be installed from here: ${missing[*]}
Have them installed (apt-get install ${missing[*]}), or set DETENTE_NO_INSTALL=1 \
if you have them from elsewhere."
    as_root=(sudo)
    if [ ! -t 0 ]; then as_root+=(-n); fi  # nobody there to type a password
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
  # old lists may still do, so a failed update is no reason to stop
  quietly "${as_root[@]}" update || say "apt-get update failed; trying with the lists at hand."
  quietly "${as_root[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null ||
    die "could not install: ${missing[*]}"
}

# Runs a command; shows its output only if it fails, or as it comes in CI.
quietly() {
  if [ -n "${CI:-}" ]; then
    "$@"
    return
  fi
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    cat "$log" >&2
    printf '(exit %s: %s)\n' "$status" "$*" >&2
  fi
  rm -f "$log"
  return "$status"
}

# Configures and builds a preset; any further words are targets.
build_preset() {
  local preset=$1
  shift
  local -a targets=()
  if [ $# -gt 0 ]; then targets=(--target "$@"); fi
  # joined by &&, because `set -e` sleeps where a caller asks for the answer
  (cd "$root" && quietly cmake --preset "$preset" &&
    quietly cmake --build "build/$preset" -j "$jobs" "${targets[@]}")
}

# ccache stops a build if it cannot write, so without a home of its own it gets a place in build/.
use_ccache() {
  local cache=${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/ccache}
  if ! { mkdir -p "$cache" && [ -w "$cache" ]; } 2>/dev/null; then
    export CCACHE_DIR="$root/build/ccache"
  fi
}

# git, also where the clone belongs to somebody else.
in_git() { git -c safe.directory="$root" -C "$root" "$@"; }
