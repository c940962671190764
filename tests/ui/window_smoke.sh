#!/bin/sh
# The real window under a screen that nobody sees: it opens, steps to another round by keys, and
# ends when it is asked to.
#
# usage: window_smoke.sh PROGRAM SCENARIO; exit 77 if Xvfb or xdotool are not there
set -eu

program=$1
scenario=$2
for tool in Xvfb xvfb-run xdotool; do
  if ! command -v "$tool" > /dev/null; then
    echo "skipped: $tool is not installed"
    exit 77
  fi
done

if [ "${DETENTE_SMOKE_INSIDE:-}" != yes ]; then
  DETENTE_SMOKE_INSIDE=yes
  export DETENTE_SMOKE_INSIDE
  exec xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" "$0" "$program" "$scenario"
fi

state=$(mktemp -d)
LIBGL_ALWAYS_SOFTWARE=1 "$program" --state-folder "$state" --size 1200x700 "$scenario" &
window_process=$!
trap 'kill "$window_process" 2> /dev/null || true; rm -rf "$state"' EXIT

fail() {
  echo "failed: $1"
  exit 1
}

tries=0
until window=$(xdotool search --onlyvisible --pid "$window_process" 2> /dev/null | head -n 1) &&
  [ -n "$window" ]; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || fail "no window after 20 seconds"
  kill -0 "$window_process" 2> /dev/null || fail "the program ended by itself"
  sleep 0.2
done
echo "the window is there: $window"

# every press is followed by a pause: the window sleeps between its frames
press() {
  xdotool key --window "$window" "$1"
  sleep 0.4
}
xdotool windowfocus "$window" 2> /dev/null || true
sleep 1
press Escape       # the first card
press Right        # one round on
press ctrl+2       # another workspace
press ctrl+b       # a branch: this goes into the journal
sleep 1
grep -q '"branches"' "$state"/* 2> /dev/null || fail "no journal was kept in $state"
branches=$(grep -ho '"parent"' "$state"/* | wc -l)
[ "$branches" -ge 2 ] || fail "the branch made by Ctrl+B is not in the journal"
echo "the keys were felt: $branches branches"

# the window may be gone before the keys are up again
xdotool key --window "$window" ctrl+q 2> /dev/null || true
tries=0
while kill -0 "$window_process" 2> /dev/null; do
  tries=$((tries + 1))
  [ "$tries" -lt 50 ] || fail "the window does not close on Ctrl+Q"
  sleep 0.2
done
wait "$window_process" || fail "the program ended with code $?"
echo "the window is closed"
