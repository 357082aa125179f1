#!/usr/bin/env bash
# impact.sh BASE REQUEST: checks the knowledge, and tells a pull request which answers change from the commit BASE on.
#
# The checks become notes beside the lines; the impact goes to the summary of the run and into one comment, which later
# runs replace. Fails where a check does, or where the change breaks a promise.
set -euo pipefail

base=${1:?name the commit to compare with}
request=${2:?name the number of the pull request}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
failed=0

certwise check knowledge --format github || failed=1

mkdir "$place/old"
git archive "$base" knowledge | tar -x -C "$place/old"
certwise impact "$place/old/knowledge" knowledge --format github >"$place/impact.md" || failed=1

if [ -s "$place/impact.md" ]; then
  cat "$place/impact.md" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
  gh pr comment "$request" --edit-last --create-if-none --body-file "$place/impact.md" ||
    echo "::notice::no comment could be written; the impact is in the summary of this run"
fi
exit "$failed"
