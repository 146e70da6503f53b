#!/bin/sh
# Builds the CDK app when one of its sources is newer than what was last built; otherwise costs a few milliseconds.
# `build` in cdk.json runs it before each command of the CDK CLI, from the root of the project.
set -eu
sources="pom.xml infra-app/pom.xml infra-app/src/main"
for module in data-layer local-dynamodb request-control truncation-tool; do
  sources="$sources $module/pom.xml $module/src/main"
done
by_this=infra-app/target/.built
by_a_whole_build=infra-app/target/cdk.out/manifest.json

# Folders count too: one from which a file was deleted is newer.
# shellcheck disable=SC2086  # a list of words
is_current() {
  [ -f "$1" ] && [ -f truncation-tool/target/truncation-tool-function.jar ] &&
    [ -z "$(find $sources -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

if ! is_current "$by_this" && ! is_current "$by_a_whole_build"; then
  [ ! -t 2 ] || echo "Building the CDK app; the first time takes a minute." >&2
  mkdir -p infra-app/target
  started=infra-app/target/.started
  touch "$started"
  mvn -q -B -Dstyle.color=never -Dapp.only -pl infra-app -am package -DskipTests >&2
  mv "$started" "$by_this"
fi
