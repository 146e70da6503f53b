#!/usr/bin/env bash
# Carries out docs/operations.md on MiniStack, an emulator that needs no Docker, and nowhere else: bootstraps with a qualifier
# of its own; makes a table as the tutorial's Terraform does, imports it into production, claims its e-mail addresses, finds
# drift, and destroys production as the page says; then deploys dev, production, qa of kind staging and the roles of a
# pipeline, finds no difference, and destroys them. Takes about two minutes. Without the AWS CLI it installs one by pip;
# without Terraform or OpenTofu one line says what was left out.
#
# What MiniStack does not know: the provider of OpenID Connect as a resource (the roles get one that exists), locks of a backup
# vault, deletion protection and point-in-time recovery of a GlobalTable, and its import; budgets and which tables a plan
# selects it knows outside templates only, so these are sent to the services. For the import the table of the template becomes
# an AWS::DynamoDB::Table, which says the same.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator ministack
# shellcheck source=infra-app/emulated-stacks
source infra-app/emulated-stacks

# shellcheck source=infra-app/aws-cli
source infra-app/aws-cli

synthesize '{"repository": "school/students", "ownerId": "7", "repositoryId": "8", "branch": "main", "existingProvider": true}' \
  ', "maxReadUnits": 4000, "maxWriteUnits": 1000, "budget": {"monthlyDollars": 50, "email": "billing@school.example"},
  "backup": {"days": 365, "lock": true, "copyDays": 90, "copyTo": "arn:aws:backup:eu-west-1:999988887777:backup-vault:students"}'
template=$home/students-qa.template.json
qa=$assembly/students-qa.template.json
mv "$qa" "$template"
jq 'del(.Resources[] | select(.Type == "AWS::Backup::BackupSelection" or .Type == "AWS::Budgets::Budget"))' "$template" >"$qa"
aws iam create-open-id-connect-provider --url https://token.actions.githubusercontent.com \
  --client-id-list sts.amazonaws.com >/dev/null
from_the_page "Bootstrap, once per account and Region"

# With a profile, and the two policies that must exist.
printf '[profile %s]\nregion = us-east-1\naws_access_key_id = test\naws_secret_access_key = test\n' students-production \
  >"$home/config"
for policy in students-deployment students-boundary; do
  aws iam create-policy --policy-name "$policy" --policy-document \
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"}]}' >/dev/null
done
AWS_CONFIG_FILE=$home/config from_the_page "Separate accounts"
for qualifier in school students; do # the second has not taken the first one's place
  aws iam get-role --role-name "cdk-$qualifier-deploy-role-$account-us-east-1" >/dev/null
done

# The table as the tutorial's Terraform makes it, with one of its students.
aws dynamodb create-table --table-name demo-table --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S \
  --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE >/dev/null
aws dynamodb put-item --table-name demo-table --item '{"pk": {"S": "student#7"}, "sk": {"S": "student#7"},
  "entityType": {"S": "student"}, "firstName": {"S": "Ada"}, "lastName": {"S": "Lovelace"}, "xp": {"N": "12"},
  "gsi1_pk": {"S": "ada@school.example"}, "gsi1_sk": {"S": "student#7"}}'
from_the_page "A table that exists already"

if command -v terraform >/dev/null || command -v tofu >/dev/null; then
  mkdir "$home/terraform" "$home/bin"
  command -v terraform >/dev/null || ln -s "$(command -v tofu)" "$home/bin/terraform"
  # As the AWS provider writes it.
  jq -n '{version: 4, terraform_version: "1.11.4", serial: 1, lineage: "demo", outputs: {}, check_results: null, resources: [
    {mode: "managed", type: "aws_dynamodb_table", name: "demo", provider: "provider[\"registry.terraform.io/hashicorp/aws\"]",
     instances: [{schema_version: 1, sensitive_attributes: [], attributes: {id: "demo-table", name: "demo-table",
       hash_key: "pk", range_key: "sk", billing_mode: "PAY_PER_REQUEST"}}]}]}' >"$home/terraform/terraform.tfstate"
  PATH=$home/bin:$PATH from_the_page "Take it from Terraform" "$home/terraform"
  [ "$(jq '.resources | length' "$home/terraform/terraform.tfstate")" = 0 ]
  aws dynamodb describe-table --table-name demo-table >/dev/null
else
  echo "Neither Terraform nor OpenTofu is installed: the page's command that takes the table from them was left out."
  carried_out+="Take it from Terraform"$'\n'
fi

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
echo "--- AWS Backup and budgets"
# shellcheck source=infra-app/call-services
source infra-app/call-services
plan_id=$(aws backup list-backup-plans --query 'BackupPlansList[0].BackupPlanId' --output text)
vault=$(properties AWS::Backup::BackupVault | jq -r .BackupVaultName)
aws backup describe-backup-vault --backup-vault-name "$vault" >/dev/null
compare_plan
call_selection "$(aws ssm get-parameter --name /students/qa/table-arn --query Parameter.Value --output text)" \
  "arn:aws:iam::$account:role/students-qa-backup"
call_budget
from_the_page "Destroy"
# Whoever adds marked commands to the page adds them to this script or to try-on-localstack.sh.
diff <(infra-app/operations-commands.py --headings | sort) <(printf '%sTruncate a table\n' "$carried_out" | sort) ||
  { echo "The page has marked commands that are not carried out (<)." >&2 && exit 1; }
aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name students-production \
  >/dev/null
destroy
