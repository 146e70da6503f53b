#!/bin/sh
# synthesize.sh CLASSPATH: synthesizes the stacks of cdk.json into $CDK_OUTDIR, unless they are there and nothing that the app
# reads is another: the settings, its class path, its classes, the function's code, and those classes of our libraries that
# it loaded. Maven runs it, from the root of the project.
set -eu
libraries="data-layer truncation-tool request-control"
classes=infra-app/target/classes
loaded=infra-app/target/loaded-classes
state=infra-app/target/synthesized

# A checksum of each file that the app reads or writes, and of what it is told by the environment.
description() {
  { echo "$1" && env | grep '^CDK_' | sort; } | cksum
  find cdk.json "$classes" truncation-tool/target/truncation-tool-function.jar "$CDK_OUTDIR" -type f -exec cksum {} + | sort
  for library in $libraries; do
    while read -r class; do
      file=$library/target/classes/$class
      [ ! -f "$file" ] || cksum "$file"
    done <"$loaded"
  done
}

if [ -f "$state" ] && [ -f "$loaded" ] && [ "$(description "$1")" = "$(cat "$state")" ]; then
  echo "The templates are those of the present sources."
  exit
fi
rm -rf "$state" "$CDK_OUTDIR" infra-app/target/templates-jar
java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Xlog:class+load:file=$loaded.log" -cp "$1" dev.students.infra.StudentsApp cdk.json
sed -n '/\.jar$/s|.*\] \(dev\.students\.[A-Za-z0-9_.$]*\) source: file:.*|\1|p' "$loaded.log" | tr . / | sed 's/$/.class/' | sort -u >"$loaded"
rm -f "$loaded.log"
# When a library came from elsewhere, its classes are not here, and cannot be compared.
while read -r class; do
  # shellcheck disable=SC2086  # a list of words
  [ -n "$(for library in $libraries; do find "$library/target/classes/$class" 2>/dev/null || :; done)" ] || exit 0
done <"$loaded"
description "$1" >"$state.new"
mv "$state.new" "$state"
