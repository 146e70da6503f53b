#!/bin/sh
# Restores an environment's table to a point in time, in steps that can be interrupted and repeated. infra-app/restore.sh --help
#
# Needs credentials of the environment's account, and what the CDK app needs: a JDK, Maven and Node.js. The table's
# settings are those of the template that this checkout synthesizes: check out the commit that is deployed.
set -eu
cd "$(dirname "$0")/.."
sh infra-app/build-if-stale.sh

assembly=infra-app/target/restore.cdk.out
template=
case ${1:-} in
  '' | -*) ;;
  *)
    npx cdk synth --quiet --output "$assembly" "students-$1" >&2
    template=$assembly/students-$1.template.json
    ;;
esac
exec java -XX:TieredStopAtLevel=1 -cp "infra-app/target/classes:$(cat infra-app/target/app.classpath)" \
  dev.students.infra.RestoreTable --template "$template" "$@"
