#!/usr/bin/env bash
# Bootstraps with a qualifier of its own, deploys dev, production, qa of kind staging and the roles of a pipeline with the
# plain CDK CLI, finds no difference, tests what was deployed, and destroys it: in a LocalStack container of its own, and
# nowhere else. Needs Docker beside what the build needs; takes about four minutes.
#
# With EMULATOR_ENDPOINT it does the same in the emulator that runs there, without the function, which needs LocalStack
# (try-on-moto.sh uses that).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ -n "${EMULATOR_ENDPOINT:-}" ]; then
  endpoint=$EMULATOR_ENDPOINT
  case $endpoint in
    http://127.0.0.1:*) ;;
    *) echo "EMULATOR_ENDPOINT must be on this machine: http://127.0.0.1:PORT" >&2 && exit 2 ;;
  esac
  account=123456789012
else
  # A function's container gets two minutes to start, not 20 seconds: the machine may be busy.
  container=$(docker run -d -p 127.0.0.1::4566 -v /var/run/docker.sock:/var/run/docker.sock \
    -e LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT=120 "${LOCALSTACK_IMAGE:-localstack/localstack:4.14.0}")
  trap 'docker stop -t 60 "$container" >/dev/null; docker rm -v "$container" >/dev/null' EXIT
  endpoint=http://$(docker port "$container" 4566/tcp | head -n 1)
  account=000000000000
  deadline=$((SECONDS + 120))
  until curl -fso /dev/null "$endpoint/_localstack/health"; do
    if [ $SECONDS -ge $deadline ]; then
      echo "LocalStack did not start within two minutes." >&2
      exit 1
    fi
    sleep 1
  done
fi

# Nothing of the caller's: the CLI must not find its way to a real account. It needs both endpoints.
unset "${!AWS_@}"
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
export AWS_ENDPOINT_URL=$endpoint AWS_ENDPOINT_URL_S3=$endpoint

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
