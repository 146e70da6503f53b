#!/usr/bin/env bash
# Breaks the code in one place at a time and sees the test of the promise fail; the places are in mutations.txt.
#
#   reliability/mutations.sh              builds what is needed, then tries all of them: some ten minutes
#   reliability/mutations.sh WORDS        only those whose line has these words
#   reliability/mutations.sh --built …    without building first
#
# Sources stay as they are: the broken class alone is compiled, and comes first on the class path of its test.
# Ends with 1 when a test passes on broken code, or does not pass on the code as it is.
set -euo pipefail
cd "$(dirname "$0")/.."

build=yes
if [ "${1:-}" = --built ]; then
  build=no
  shift
fi
words=${1:-}

junit="junit-platform-console-standalone"
out=$PWD/reliability/target/mutations
rm -rf "$out"
mkdir -p "$out"
# Not what starts with #, nor empty lines.
grep -v -e '^#' -e '^ *$' reliability/mutations.txt | grep -F -- "$words" >"$out/chosen" || {
  echo "No mutation has the words: $words"
  exit 1
}
modules=$(cut -d~ -f3,6 "$out/chosen" | tr "~" "\n" | sed "s/ //g; /^$/d" | sort -u | paste -sd,)

if [ "$build" = yes ]; then
  mvn -B -q -Dspotless.check.skip -DskipTests -pl "$modules" -am package \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/test-class-path -Dmdep.includeScope=test
fi
version=$(sed -n 's|.*<junit.version>\(.*\)</junit.version>.*|\1|p' pom.xml)
[ -f "$PWD/reliability/target/$junit-$version.jar" ] ||
  mvn -B -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    -Dartifact="org.junit.platform:$junit:$version" -DoutputDirectory="$PWD/reliability/target"
launcher=$PWD/reliability/target/$junit-$version.jar

# run_test MODULE TEST FOLDER: 0 if the test passes with these classes first, 1 if it fails, else 2
run_test() {
  local module=$1 test=${2%@long} form=short first=$3 status=0
  [ "$test" = "$2" ] || form=long
  local class=${test%%#*} method=${test#*#}
  local source
  source=$(find "$module/src/test/java" -name "$class.java" | head -1)
  [ -n "$source" ] || { echo "no test $class in $module"; return 2; }
  local name=${source#"$module/src/test/java/"}
  name=${name%.java}
  local options=(--select-class "${name//\//.}" --fail-if-no-tests --details=none --disable-banner)
  [ "$method" = "$test" ] || options+=(--include-methodname ".*#$method")
  local settings=()
  [ "$module" != reliability ] ||
    settings+=(-Djava.util.logging.config.file=src/test/resources/logging.properties -Dreliability.form="$form")
  (
    cd "$module"
    exec perl -e 'alarm shift; exec @ARGV' 300 java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
      ${settings[@]+"${settings[@]}"} -cp "$first:target/test-classes:target/classes:$(cat target/test-class-path):$launcher" \
      org.junit.platform.console.ConsoleLauncher execute "${options[@]}"
  ) || status=$?
  return "$status"
}

failed=0
complain() {
  echo "$1"
  failed=1
}

# Red means nothing where the test is red anyhow.
mkdir "$out/unbroken"
while IFS='~' read -r module test; do
  test=${test%@long}
  run_test "$module" "$test" "$out/unbroken" >"$out/unbroken-$test.log" 2>&1 ||
    complain "$test of $module does not pass on the code as it is: $out/unbroken-$test.log"
done < <(cut -d~ -f6,7 "$out/chosen" | sed 's/ *~ */~/g; s/^ *//; s/ *$//' | sort -u)

number=0
while IFS='~' read -r promise what module file edit tester test; do
  number=$((number + 1))
  for field in promise what module file tester test; do
    printf -v "$field" %s "$(sed 's/^ *//; s/ *$//' <<<"${!field}")"
  done
  original=$(find "$module/src/main/java" -path "*/$file" | head -1)
  broken=$out/$number/src/$(basename "$file")
  mkdir -p "$out/$number/src" "$out/$number/classes"
  log=$out/$number/log
  status=0
  if [ -z "$original" ]; then
    complain "NOT APPLIED: $promise: $what ($file is not there)"
    continue
  fi
  # White space counts as any white space; the edit must fit one place.
  EDIT=$edit perl -0pe '
    BEGIN {
      ($from, $to) = split / => /, $ENV{EDIT}, 2;
      $from = join "\\s+", map quotemeta, split " ", $from;
      $to =~ s/^\s+|\s+$//g;
    }
    $times += s/$from/$to/;
    END { exit 9 if $times != 1 }' "$original" >"$broken" || status=$?
  if [ "$status" != 0 ]; then
    complain "NOT APPLIED: $promise: $what ($file has changed: adapt the edit)"
  elif ! javac --release 17 -proc:none -nowarn -encoding UTF-8 -parameters -d "$out/$number/classes" \
    -cp "$module/target/classes:$(cat "$module/target/test-class-path")" "$broken" >"$log" 2>&1; then
    complain "DOES NOT COMPILE: $promise: $what ($log)"
  else
    run_test "$tester" "$test" "$out/$number/classes" >"$log" 2>&1 || status=$?
    case $status in
      0) complain "SURVIVED: $promise: $what ($test passes)" ;;
      1) echo "found by $test: $promise: $what" ;;
      142) echo "found by $test, which does not end within five minutes: $promise: $what" ;;
      *) complain "NOT RUN: $promise: $what ($test ended with $status: $log)" ;;
    esac
  fi
done <"$out/chosen"
echo "$number mutations, $((SECONDS / 60)) min $((SECONDS % 60)) s"
exit "$failed"
