#!/usr/bin/env bash
# On Moto, which needs no Docker and deploys no stack, and nowhere else: sends the vault, its lock, the backup plan with its copy
# and the budget of the template to the services; then carries out the restore that docs/operations.md describes on a table
# made from production's template, with its items: beside it, in its place, killed before and after the deletion, and
# again. Takes about two minutes. moto-with-restores.py says what Moto lacks. Without the AWS CLI it installs one by pip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator moto
# shellcheck source=infra-app/aws-cli
source infra-app/aws-cli
# shellcheck source=infra-app/call-services
source infra-app/call-services
work=$(mktemp -d)
trap 'rm -rf "$work"; stop_emulator' EXIT

# On one line: the CLI takes no other of a value.
settings=$(jq -c . <<'JSON'
{"production": {}, "qa": {"kind": "staging", "budget": {"monthlyDollars": 50, "email": "billing@school.example"},
  "backup": {"days": 365, "lock": true, "copyDays": 90,
    "copyTo": "arn:aws:backup:eu-west-1:999988887777:backup-vault:students"}}}
JSON
)
npx cdk synth --quiet --output "$work/assembly" --context "students=$settings"
template=$work/assembly/students-qa.template.json
echo "--- AWS Backup and budgets"
call_vault
call_lock
call_plan
call_budget

echo "--- A restore"
table=students-production-StudentsTable-1
aws dynamodb create-table --cli-input-json "$(jq --arg name "$table" '.Resources[] | select(.Type == "AWS::DynamoDB::GlobalTable").Properties
  | {TableName: $name, BillingMode, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes,
     DeletionProtectionEnabled: .Replicas[0].DeletionProtectionEnabled}' "$work/assembly/students-production.template.json")" >/dev/null
aws dynamodb update-continuous-backups --table-name "$table" \
  --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true >/dev/null
aws ssm put-parameter --name /students/production/table-name --type String --value "$table" >/dev/null
put() { # put ID
  aws dynamodb put-item --table-name "$table" --item "{\"pk\": {\"S\": \"student#$1\"}, \"sk\": {\"S\": \"student#$1\"}}"
}
items() { # items TABLE
  aws dynamodb scan --table-name "$1" --query 'sort(Items[].pk.S)' --output text
}
expect() { # expect WHAT EXPECTED ACTUAL
  [ "$2" = "$3" ] || { echo "$1: expected $2, but was $3." >&2 && exit 1; }
}
put good
sleep 2 # a restore is to a whole second
point=$(date -u +%Y-%m-%dT%H:%M:%SZ)
sleep 1
put bad
aws dynamodb delete-item --table-name "$table" --key '{"pk": {"S": "student#good"}, "sk": {"S": "student#good"}}'

infra-app/restore.sh production --to "$point"
restored=$(aws dynamodb list-tables --query "TableNames[?contains(@, '-restored-')]" --output text)
expect "Items of the restored table" student#good "$(items "$restored")"
expect "Items of the old table" student#bad "$(items "$table")"

killed_at() { # killed_at LINE: the replacement, killed as soon as it has said so
  infra-app/restore.sh production --to "$point" --replace --confirm "$table" >"$work/output" 2>&1 &
  local restore=$! deadline=$((SECONDS + 120))
  until grep -q "$1" "$work/output"; do
    [ $SECONDS -lt $deadline ] || { cat "$work/output" >&2 && exit 1; }
    sleep 0.05
  done
  kill -KILL $restore 2>/dev/null || true
  wait $restore 2>/dev/null || true
  echo "Killed at: $(tail -n 1 "$work/output")"
}
killed_at "Backup of table $table: accepted"
expect "Items after the first kill" student#bad "$(items "$table")"
killed_at "Table $table: deleted"
infra-app/restore.sh production --to "$point" --replace --confirm "$table"
expect "Items in place" student#good "$(items "$table")"
expect "Backups of both tables" "AVAILABLE AVAILABLE" \
  "$(aws dynamodb list-backups --query 'BackupSummaries[].BackupStatus' --output text | tr '\t' ' ')"
expect "Deletion protection" True "$(aws dynamodb describe-table --table-name "$table" --query Table.DeletionProtectionEnabled --output text)"
infra-app/restore.sh production --settings-only
echo "Restored beside, in place, after two kills, and compared with the template."
