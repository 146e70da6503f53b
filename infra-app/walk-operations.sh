#!/usr/bin/env bash
# Bootstraps with a qualifier of its own, deploys dev, production, qa of kind staging and the roles of a pipeline with the
# plain CDK CLI, finds no difference, tests what was deployed, and destroys it: in a LocalStack container of its own, and
# nowhere else. On the way it carries out the commands of docs/operations.md that are marked for an emulator. Needs Docker
# beside what the build needs; takes about four minutes. Without the AWS CLI the commands that need it are left out.
#
# With EMULATOR_ENDPOINT it does the same in the emulator that runs there, without the function, which needs LocalStack
# (try-on-moto.sh uses that).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator

# What the page's commands do not say: another qualifier, and no question when a policy changes.
# The CLI's own folder, too: there it remembers which account a key belongs to.
home=$(mktemp -d)
export CDK_HOME=$home/.cdk npm_config_update_notifier=false
finish() {
  rm -rf "$home"
  stop_emulator
}
trap finish EXIT
echo '{"requireApproval": "never", "context": {"@aws-cdk/core:bootstrapQualifier": "school"}}' >"$home/.cdk.json"
cdk() {
  HOME=$home npx cdk "$@" --context "students=$settings"
}
carried_out=''
from_the_page() { # from_the_page HEADING: carries out the marked commands below it
  echo "--- docs/operations.md: $1"
  HOME=$home bash -euo pipefail -c "$(infra-app/operations-commands.py "$account" us-east-1 "$1")"
  carried_out+="$1"$'\n'
}

settings='{"dev": {}, "production": {}, "qa": {"kind": "staging"}, "delivery": {"repository": "school/students", "branch": "main"}}'
stacks="students-dev students-production students-qa students-delivery"

from_the_page "Bootstrap, once per account and Region"
from_the_page "Deploy" # production, with the settings of cdk.json, which are the same
# The roles of the pipeline read what the environments publish, so these come first.
cdk deploy students-dev students-qa
cdk deploy students-delivery
# shellcheck disable=SC2086  # a list of words
cdk diff --fail $stacks

aws_cli=$(command -v aws || true)
if [ -z "$aws_cli" ]; then
  echo "The AWS CLI is not installed: the page's commands that need it were left out."
else
  # The table as the tutorial's Terraform makes it.
  aws dynamodb create-table --table-name demo-table --billing-mode PAY_PER_REQUEST \
    --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S \
    --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE >/dev/null
  from_the_page "A table that exists already"
  aws dynamodb describe-table --table-name demo-table --query 'Table.[GlobalSecondaryIndexes[0].IndexStatus,
    DeletionProtectionEnabled, BillingModeSummary.BillingMode]' --output text | grep -qx "ACTIVE.True.PAY_PER_REQUEST" ||
    { echo "demo-table is not as its runbook says." >&2 && exit 1; }
fi
if [ -n "$aws_cli" ] && [ -z "${EMULATOR_ENDPOINT:-}" ]; then
  from_the_page "Truncate a table"
  rm -f request.json answer.json
  diff <(infra-app/operations-commands.py --headings | sort) <(printf %s "$carried_out" | sort) ||
    { echo "The page has marked commands that were not carried out (<)." >&2 && exit 1; }
fi
if [ -z "${EMULATOR_ENDPOINT:-}" ]; then
  env -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_S3 LOCALSTACK_ENDPOINT="$endpoint" \
    mvn -B -q -pl truncation-tool -am test -Dtest=DeployedStacksTest -Dsurefire.failIfNoSpecifiedTests=false
fi
# shellcheck disable=SC2086
cdk destroy --force $stacks
echo "Deployed, compared, tested and destroyed."
