#!/usr/bin/env bash
# Kills a run that Maven started, with Maven, amid its scenarios on the target `endpoint`, and cleans up: the emulator must
# then hold what it held before. Also lets Maven run a selection that is empty, which must fail.
#
# Works in an emulator of its own and nowhere else: MiniStack, which needs no Docker, or with the argument `localstack` in
# LocalStack. Needs the project built (mvn install -DskipTests); takes about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator "${1:-ministack}"

failed() {
  echo "FAILED: $1" >&2
  exit 1
}
ask() { # ask SERVICE CURL-OPTION...: what the emulator answers
  local service=$1
  shift
  curl -fsS "$@" "$endpoint/" -H \
    "Authorization: AWS4-HMAC-SHA256 Credential=$account/20260101/us-east-1/$service/aws4_request, SignedHeaders=host, Signature=0"
}
contents() { # stacks, tables and buckets
  ask cloudformation -d 'Action=ListStacks&Version=2010-05-15' | tr '<' '\n' |
    awk -F '>' '/^StackName/ {name = $2} /^StackStatus>/ && $2 != "DELETE_COMPLETE" {print "stack", name, $2}'
  ask dynamodb -d '{}' -H 'X-Amz-Target: DynamoDB_20120810.ListTables' -H 'Content-Type: application/x-amz-json-1.0'
  echo
  ask s3 | tr '<' '\n' | awk -F '>' '/^Name/ {print "bucket", $2}'
}
scenarios() { # scenarios OPTION...: as Maven runs them, of what is built
  mvn -B -q -o -pl acceptance-tests failsafe:integration-test@scenarios failsafe:verify@scenarios "$@"
}

before=$(contents)
known=$(ls .acceptance 2>/dev/null || true)
log=$(mktemp)
set -m # a process group of its own, so that nothing else is killed
scenarios -Dacceptance.target=endpoint "-Dacceptance.arguments=--endpoint $endpoint" >"$log" 2>&1 &
maven=$!
set +m
manifest=''
deadline=$((SECONDS + 240))
until [ -n "$manifest" ] && [ "$(grep -c '^STUDENT' "$manifest" || true)" -ge 30 ]; do
  kill -0 $maven 2>/dev/null || { cat "$log" && failed "the run ended before it could be killed"; }
  [ $SECONDS -lt $deadline ] || { kill -9 -- -$maven && failed "the run made no students"; }
  for found in .acceptance/*.manifest; do
    [ ! -e "$found" ] || [[ "$known" == *"$(basename "$found")"* ]] || manifest=$found
  done
  sleep 0.2
done
kill -9 -- -$maven
wait $maven 2>/dev/null || true
run=$(basename "$manifest" .manifest)
echo "Killed the run $run with $(grep -c '^STUDENT' "$manifest") students."
grep -q 'failures="1"' "acceptance-tests/target/runs/$run/junit.xml" || failed "the JUnit XML of the killed run does not look failed"
[ "$(contents)" != "$before" ] || failed "the run left nothing, so there is nothing to prove"

./acceptance --clean-up "$run" || failed "the clean-up failed"
[ ! -e "$manifest" ] || failed "the manifest is still there"
after=$(contents)
[ "$after" == "$before" ] || { diff <(echo "$before") <(echo "$after") && failed "something is left in the emulator"; }
echo "The emulator holds what it held before."

if scenarios -Dcucumber.filter.tags=@nobody-has-this >"$log" 2>&1; then
  failed "Maven passed with an empty selection"
fi
grep -q 'No scenario was run' "$log" || { cat "$log" && failed "Maven does not say that the selection is empty"; }
echo "An empty selection fails the build."
