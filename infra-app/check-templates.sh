#!/usr/bin/env bash
# Checks the synthesized templates with cfn-lint (all levels) and checkov: those of cdk.json and those with every setting,
# which the tests synthesize. Each finding stands in src/test/resources/accepted-lint-findings.txt with its reason; a new
# one and one that is no longer found fail. Then synthesizes every pair of optional settings, which takes a minute.
#
# Installs the two by pip into infra-app/target. Where they cannot be installed, one line says so and the exit status is 0.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

venv=infra-app/target/lint
if [ ! -x "$venv/bin/checkov" ] || [ ! -x "$venv/bin/cfn-lint" ]; then
  if ! { python3 -m venv "$venv" && "$venv/bin/pip" install -q cfn-lint==1.58.0 checkov==3.3.30; } >"$venv.log" 2>&1; then
    echo "cfn-lint and checkov were left out: they could not be installed; $venv.log says why."
    exit 0
  fi
fi
mvn -q -B -pl infra-app -am package -Dtests.excluded= -Dtest=NagFindingsTest,SettingPairsTest -Dsurefire.failIfNoSpecifiedTests=false

findings=infra-app/target/lint-findings.txt
accepted=infra-app/src/test/resources/accepted-lint-findings.txt
{
  for assembly in infra-app/target/cdk.out infra-app/target/every-setting.cdk.out; do
    (
      cd "$assembly"
      # Its status says whether there are findings; those are compared below.
      "$OLDPWD/$venv/bin/cfn-lint" --include-checks I --format json students-*.template.json || true
    ) | jq -r --arg in "$(basename "$assembly" .cdk.out)" '.[] |
      "cfn-lint \(.Rule.Id) \($in)/\(.Filename | rtrimstr(".template.json")) \(.Location.Path[1] // "-")"'
    "$venv/bin/checkov" --directory "$assembly" --framework cloudformation --compact --quiet --skip-download --soft-fail \
      --output json 2>/dev/null | jq -r --arg in "$(basename "$assembly" .cdk.out)" '(if type == "array" then .[] else . end) |
      .results.failed_checks[]? | "checkov \(.check_id) \($in)\(.file_path | rtrimstr(".template.json")) \(.resource)"'
  done
} | sort -u >"$findings"
[ -s "$findings" ] || { echo "No findings at all: the linters did not run." >&2 && exit 1; }

diff <(sed 's/ | .*//' "$accepted" | sort -u) "$findings" ||
  { echo "< accepted and no longer found, > found and not accepted: $accepted" >&2 && exit 1; }
echo "$(wc -l <"$findings") findings, each accepted with its reason."
