#!/bin/sh
# Builds the CDK app when one of its sources is newer than what was last built; otherwise costs a few milliseconds.
# `build` in cdk.json runs it before each command of the CDK CLI, from the root of the project.
set -eu
built=infra-app/target/cdk.out/manifest.json
sources="pom.xml cdk.json infra-app/pom.xml infra-app/src/main"
for module in data-layer local-dynamodb truncation-tool; do
  sources="$sources $module/pom.xml $module/src/main"
done
# shellcheck disable=SC2086  # a list of words
if [ ! -f "$built" ] || [ -n "$(find $sources -newer "$built" -type f -print 2>/dev/null | head -n 1)" ]; then
  [ ! -t 2 ] || echo "Building the CDK app; the first time takes a minute." >&2
  exec mvn -q -B -Dstyle.color=never -pl infra-app -am package -DskipTests >&2
fi
