#!/usr/bin/env bash
# Bootstraps with a qualifier of its own, deploys dev, production, qa of kind staging and the roles of a pipeline with the
# plain CDK CLI, finds no difference, tests what was deployed, and destroys it: in a LocalStack container of its own, and
# nowhere else. Needs Docker beside what the build needs; takes about four minutes.
#
# With EMULATOR_ENDPOINT it does the same in the emulator that runs there, without the function, which needs LocalStack
# (try-on-moto.sh uses that).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=infra-app/emulator
source infra-app/emulator

qualifier=school
settings='{"dev": {}, "production": {}, "qa": {"kind": "staging"}, "delivery": {"repository": "school/students", "branch": "main"}}'
stacks="students-dev students-production students-qa students-delivery"
cdk() {
  npx cdk "$@" --context "students=$settings" --context "@aws-cdk/core:bootstrapQualifier=$qualifier"
}

cdk bootstrap "aws://$account/us-east-1" --qualifier "$qualifier" --toolkit-stack-name "CDKToolkit-$qualifier"
# The roles of the pipeline read what the environments publish, so these come first.
cdk deploy --require-approval never students-dev students-production students-qa
cdk deploy --require-approval never students-delivery
# shellcheck disable=SC2086  # a list of words
cdk diff --fail $stacks
if [ -z "${EMULATOR_ENDPOINT:-}" ]; then
  env -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_S3 LOCALSTACK_ENDPOINT="$endpoint" \
    mvn -B -q -pl truncation-tool -am test -Dtest=DeployedStacksTest -Dsurefire.failIfNoSpecifiedTests=false
fi
# shellcheck disable=SC2086
cdk destroy --force $stacks
echo "Deployed, compared, tested and destroyed."
