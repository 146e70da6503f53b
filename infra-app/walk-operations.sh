#!/usr/bin/env bash
# Carries out docs/operations.md on MiniStack, an emulator that needs no Docker, and nowhere else: bootstraps with a qualifier
# of its own; makes a table as the tutorial's Terraform does, imports it into production, claims its e-mail addresses, finds
# drift, and destroys production as the page says; then deploys dev, production, qa of kind staging and the roles of a
# pipeline, finds no difference, and destroys them. Takes about two minutes. Without the AWS CLI it installs one by pip.
#
# What MiniStack does not know: the provider of OpenID Connect as a resource (the roles get one that exists), budgets, locks
# of a backup vault and which tables a plan selects (qa has plan and vault), deletion protection and point-in-time recovery of
# a GlobalTable, and its import. For the import the table of the template becomes an AWS::DynamoDB::Table, which says the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator ministack
# shellcheck source=infra-app/emulated-stacks
source infra-app/emulated-stacks

if ! command -v aws >/dev/null; then
  [ -x infra-app/target/aws-cli/bin/aws ] || {
    python3 -m venv infra-app/target/aws-cli
    infra-app/target/aws-cli/bin/pip install -q 'awscli==1.45.11'
  }
  PATH=$PWD/infra-app/target/aws-cli/bin:$PATH
fi

synthesize '{"repository": "school/students", "branch": "main", "existingProvider": true}' \
  ', "maxReadUnits": 4000, "maxWriteUnits": 1000, "backup": {"days": 365, "lock": true}'
qa=$assembly/students-qa.template.json
jq 'del(.Resources[] | select(.Type == "AWS::Backup::BackupSelection"))' "$qa" >"$qa.new" && mv "$qa.new" "$qa"
aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com \
  --client-id-list sts.amazonaws.com >/dev/null
from_the_page "Bootstrap, once per account and Region"

# The table as the tutorial's Terraform makes it, with one of its students.
aws dynamodb create-table --table-name demo-table --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S \
  --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE >/dev/null
aws dynamodb put-item --table-name demo-table --item '{"pk": {"S": "student#7"}, "sk": {"S": "student#7"},
  "entityType": {"S": "student"}, "firstName": {"S": "Ada"}, "lastName": {"S": "Lovelace"}, "xp": {"N": "12"},
  "gsi1_pk": {"S": "ada@school.example"}, "gsi1_sk": {"S": "student#7"}}'
from_the_page "A table that exists already"

as_tables=$home/as-tables
cp -R "$assembly" "$as_tables"
jq '(.Resources[] | select(.Type == "AWS::DynamoDB::GlobalTable")) |= (.Type = "AWS::DynamoDB::Table" | .Properties |= (
    .DeletionProtectionEnabled = .Replicas[0].DeletionProtectionEnabled
    | .PointInTimeRecoverySpecification = (.Replicas[0].PointInTimeRecoverySpecification | del(.RecoveryPeriodInDays))
    | del(.Replicas)))' \
  "$assembly/students-production.template.json" >"$as_tables/students-production.template.json"
CDK_APP=$as_tables from_the_page "Import it"
[ "$(aws ssm get-parameter --name /students/production/table-name --query Parameter.Value --output text)" = demo-table ]
from_the_page "Claim its e-mail addresses"
aws dynamodb get-item --table-name demo-table --key '{"pk": {"S": "email#ada@school.example"}, "sk": {"S":
  "email#ada@school.example"}}' --query Item.studentId.S --output text | grep -qx 7

CDK_APP=$as_tables from_the_page "Drift"
aws ssm put-parameter --overwrite --name /students/production/kind --value dev >/dev/null
if CDK_APP=$as_tables cdk drift --fail students-production; then
  echo "A changed parameter was not found as drift." >&2
  exit 1
fi

from_the_page "Destroy production"
aws dynamodb describe-table --table-name demo-table --query Table.DeletionProtectionEnabled --output text | grep -qx True
aws dynamodb update-table --table-name demo-table --no-deletion-protection-enabled >/dev/null
aws dynamodb delete-table --table-name demo-table >/dev/null

deploy_and_compare
plan=$(aws backup list-backup-plans --query 'BackupPlansList[0].BackupPlanId' --output text)
[ "$(aws backup get-backup-plan --backup-plan-id "$plan" --output text \
  --query 'BackupPlan.Rules[].[ScheduleExpression, Lifecycle.DeleteAfterDays]')" = 'cron(0 2 * * ? *)	365' ]
from_the_page "Destroy"
# Whoever adds marked commands to the page adds them to this script or to try-on-localstack.sh.
diff <(infra-app/operations-commands.py --headings | sort) <(printf '%sTruncate a table\n' "$carried_out" | sort) ||
  { echo "The page has marked commands that are not carried out (<)." >&2 && exit 1; }
aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name students-production \
  >/dev/null
destroy
