# Of Maven's log: all of it into log_file, the module of the moment to standard output, as in "  [3/6] Local DynamoDB".
{ print >log_file }
/^\[INFO\] Building .*\[[0-9]+\/[0-9]+\]$/ {
  sub(/^\[INFO\] Building /, "")
  number = $NF
  sub(/ [^ ]+ +[^ ]+$/, "")
  print "  " number, $0
  fflush()
}
