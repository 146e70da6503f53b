#!/usr/bin/env bash
# Bootstraps with a qualifier of its own, deploys dev, production, qa of kind staging and the roles of a pipeline with the
# plain CDK CLI, finds no difference, tests what was deployed, and destroys it: in a LocalStack container of its own, and
# nowhere else. On the way it carries out those commands of docs/operations.md that need a function. Needs Docker and the AWS
# CLI beside what the build needs; without the AWS CLI a line says what was left out. Takes about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator localstack
# shellcheck source=infra-app/emulated-stacks
source infra-app/emulated-stacks

synthesize '{"repository": "school/students", "branch": "main"}'
from_the_page "Bootstrap, once per account and Region"
deploy_and_compare
env -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_S3 LOCALSTACK_ENDPOINT="$endpoint" \
  mvn -B -q -pl truncation-tool -am test -Dtest=DeployedStacksTest -Dsurefire.failIfNoSpecifiedTests=false
if command -v aws >/dev/null; then
  from_the_page "Truncate a table"
  rm -f request.json answer.json
else
  echo "The AWS CLI is not installed: the page's commands that truncate a table were left out."
fi
destroy
