#!/usr/bin/env bash
# Breaks the store in one place at a time and sees the test of the promise fail. reliability/mutations.sh [NAME]
# Works on a copy; some 30 s for each mutation. Ends with 1 when a broken store passes.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files -z | tar -c --null -T - | tar -x -C "$work"
cd "$work"
sources=data-layer/src/main/java/dev/students/data/internal

# name ~ file ~ what is replaced (Perl) ~ by what ~ module of the test ~ test
mutations() {
  cat <<'LIST'
versions of every student begin at 1~RequestIdentity.java~return \(bits >>> 13\) \| \(1L << 51\);~return bits == 0 ? 2 : 1;~reliability~RandomSequencesTest
a change does not compare the version~OptimisticLock.java~Attributes\.VERSION, INDEX_PARTITION_KEY~INDEX_PARTITION_KEY~reliability~RandomSequencesTest
an address is claimed whoever has it~Reservation.java~"attribute_not_exists\(" \+ PARTITION_KEY \+ "\) OR "~"attribute_exists(" + PARTITION_KEY + ") OR attribute_not_exists(" + PARTITION_KEY + ") OR "~reliability~RandomSequencesTest
a soft deletion keeps the address~SoftDeleteStudent.java~release\(read\.reservedForms\(\), dropped\)~release(java.util.Set.<String>of(), dropped)~reliability~RandomSequencesTest
a restored student does not claim its address~RestoreStudent.java~claim\(table, read, email, dropped\)~java.util.List.<Action>of()~reliability~RandomSequencesTest
deleted students are given XP~AwardXp.java~\(attribute_not_exists\(deleted\) OR deleted = :no\)~(attribute_not_exists(deleted) OR deleted <> :no)~reliability~RandomSequencesTest
an award is recorded again~AwardXp.java~\.conditionExpression\("attribute_not_exists\(" \+ PARTITION_KEY \+ "\)"\)~.conditionExpression("attribute_not_exists(nothing)")~reliability~RandomSequencesTest
a refused award counts as applied before~AwardXp.java~throw refusal\(cancellation\.item\(ActionRole\.STUDENT\)\);~return AwardOutcome.ALREADY_APPLIED;~reliability~RandomSequencesTest
the end of an erasure does not check its mark~EraseStudent.java~OptimisticLock lock = OptimisticLock\.of\(mark\);~OptimisticLock lock = new OptimisticLock("attribute_exists(pk) OR attribute_not_exists(pk)", java.util.Map.of());~data-layer~InterleavingTest
a repeated transaction has another token~Session.java~countWrite\(client\.transactWriteItems\(request\)\)~countWrite(client.transactWriteItems(request.toBuilder().clientRequestToken(java.util.UUID.randomUUID().toString()).build()))~data-layer~LostResponseTest
LIST
}

survived=0
while IFS='~' read -r name file from to module test; do
  if [ -n "${1:-}" ] && [ "$1" != "$name" ]; then
    continue
  fi
  cp "$sources/$file" "$work/original"
  FROM=$from TO=$to perl -0pi -e 's/$ENV{FROM}/$ENV{TO}/g' "$sources/$file"
  if cmp -s "$work/original" "$sources/$file"; then
    echo "not applied: $name ($file has changed: adapt the mutation)"
    survived=1
  elif mvn -B -q -P reliability -pl "$module" -am verify -Dspotless.check.skip -Dtest="$test" \
    -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.skipAfterFailureCount=1 -DskipITs >"$work/log" 2>&1; then
    echo "SURVIVED: $name ($test passes)"
    survived=1
  elif grep -q "COMPILATION ERROR" "$work/log"; then
    echo "does not compile: $name"
    survived=1
  else
    echo "found by $test: $name"
  fi
  cp "$work/original" "$sources/$file"
done < <(mutations)
exit "$survived"
