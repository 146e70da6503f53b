# shellcheck shell=sh
# For ./acceptance and ./students: builds a program unless it is that of the present sources. Before they read this file, in
# the root of the project, they set
#   output   the folder of the program, and of what is known of its last build
#   modules  what it is made of, each after those that it uses
#   also     other files and folders that it is made from
#   made     its jars, beside those of the modules
#   options  for Maven
# all without a space or a pattern in a name.
#
# $output/built has a checksum of each source and each jar, and is as old as the start of the last build. So whatever was
# changed, deleted, added, put back with its old time, or built by another is noticed. Maven by itself only looks which sources
# are newer than their classes; so the classes of a module with a change are deleted before it starts.
#
# A build begins by removing what it changes from $output/built. If it fails or is interrupted, the next one builds the same
# modules, even when their sources are again what they were.

# shellcheck disable=SC2154  # the scripts set them
built=$output/built

sources() {
  for path in pom.xml .mvn $also; do echo "$path"; done
  for module in $modules; do printf '%s\n' "$module/pom.xml" "$module/src/main"; done
}

jars() {
  for module in $modules; do jars_of "$module"; done
  for file in $made; do [ ! -f "$file" ] || echo "$file"; done
}

jars_of() { # jars_of MODULE: with the version in its name, or without
  for file in "$1/target/$1"-[0-9]*.jar "$1/target/$1.jar"; do [ ! -f "$file" ] || echo "$file"; done
}

all_jars_are_there() {
  for module in $modules; do
    [ -n "$(jars_of "$module")" ] || return 1
  done
  for file in $made; do [ -f "$file" ] || return 1; done
}

checksums() { # checksums FILE_OR_FOLDER...: of each file, by name
  find "$@" -type f -exec cksum {} + | LC_ALL=C sort -k 3
}

# By the times that the system gives to changes, which nobody can set back. Folders count too: one from which a file was deleted
# has changed. Where `find` does not know these times, everything has.
unchanged_since() { # unchanged_since FILE m|c FILE_OR_FOLDER...: since the file's own time (m), or that of its change (c)
  reference=$1 time=$2
  shift 2
  [ -z "$(find "$@" "-newerc$time" "$reference" -print 2>/dev/null || echo unknown)" ]
}

# shellcheck disable=SC2046  # lists of words
is_current() {
  all_jars_are_there || return 1
  if [ -f "$built" ]; then
    ! unchanged_since "$built" m $(sources) $(jars) || return 0
    start
    # Other times and the same contents: noted, so that they need not be compared again.
    now=$(checksums $(sources) $(jars))
    [ "$now" != "$(cat "$built")" ] || { note "$now" && return 0; }
  fi
  is_of_a_whole_build || { rm -f "$built.start.$$" && return 1; }
}

# After `mvn verify` and the like, which leave $output/.built, as old as their start. The sources must be older than that, and
# each module's than its jar, since Maven passes over a source that is older than its class; the jars must not be younger.
# shellcheck disable=SC2046
is_of_a_whole_build() {
  [ -f "$output/.built" ] || return 1
  start
  unchanged_since "$output/.built" m $(sources) && unchanged_since "$output/.built" c $(jars) || return 1
  for module in $modules; do
    for file in $(jars_of "$module"); do
      unchanged_since "$file" m "$module/pom.xml" "$module/src/main" || return 1
    done
  done
  note "$(checksums $(sources) $(jars))"
}

start() { # What changes from now on was perhaps not seen. Nobody else may be able to write here; then nothing is noted.
  touch "$built.start.$$" 2>/dev/null || :
}

note() { # note CHECKSUMS: of what was built; what was looked at is as old as the start
  [ -f "$built.start.$$" ] || return 0
  printf '%s\n' "$1" >"$built.now.$$"
  touch -r "$built.start.$$" "$built.now.$$"
  mv -f "$built.now.$$" "$built"
  rm -f "$built.start.$$"
}

# What is told of two lists of checksums: with what=changed the modules with a difference, all of them when it is in a file
# that belongs to each; with what=kept the checksums that are in both, but for those modules.
compare() { # compare WHAT OLD NEW
  awk -v what="$1" -v modules="$modules" '
    function module(line) { sub(/^[^ ]+ [^ ]+ /, "", line); sub(/\/.*/, "", line); return line }
    FILENAME == ARGV[1] { old[$0]; next }
    $0 in old { kept[$0]; delete old[$0]; next }
    { changed[module($0)] }
    END {
      for (line in old) changed[module(line)]
      count = split(modules, name, " ")
      for (i = 1; i <= count; i++) {
        if ("pom.xml" in changed || ".mvn" in changed) changed[name[i]]
        if (what == "changed" && name[i] in changed) print name[i]
      }
      if (what == "kept") for (line in kept) if (!(module(line) in changed)) print line
    }' "$2" "$3"
}

# shellcheck disable=SC2046,SC2086
build_changed() {
  mkdir -p "$output"
  start
  now=$output/built.now.$$
  checksums $(sources) $(jars) >"$now"
  [ -f "$built" ] || : >"$built"
  changed=$(compare changed "$built" "$now")
  compare kept "$built" "$now" >"$built.kept.$$"
  touch -t 197001020000 "$built.kept.$$" # everything is newer
  mv -f "$built.kept.$$" "$built"
  for module in $changed; do rm -rf "$module/target/classes" "$module/target/test-classes"; done
  # The function's jar takes seconds, and is made from two modules alone.
  case " $(echo "$changed" | tr '\n' ' ') " in
    *" truncation-tool "* | *" request-control "*) ;;
    *) [ ! -f truncation-tool/target/truncation-tool-function.jar ] || options="$options -Dfunction.skip" ;;
  esac
  # Maven's log goes to a file, its module of the moment to the terminal, its success to the variable.
  succeeded=$({ { mvn -B -Dprograms $options -pl ".,$(echo $modules | tr ' ' ,)" package 2>&1 && echo yes >&3; } |
    awk -v log_file="$output/build.log" -f .mvn/progress.awk >&2; } 3>&1)
  [ "$succeeded" = yes ] || { rm -f "$now" "$built.start.$$" && return 1; }
  # The sources as they were when it started, and the jars that it made.
  note "$({ grep -v '\.jar$' "$now" && checksums $(jars); } | LC_ALL=C sort -k 3)"
}
