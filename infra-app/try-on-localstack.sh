#!/usr/bin/env bash
# Deploys dev and production with the plain CDK CLI, tests what was deployed, and destroys it: in a LocalStack container of
# its own, and nowhere else. Needs Docker beside what the build needs; takes about three minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A function's container gets two minutes to start, not 20 seconds: the machine may be busy.
container=$(docker run -d -p 127.0.0.1::4566 -v /var/run/docker.sock:/var/run/docker.sock \
  -e LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT=120 "${LOCALSTACK_IMAGE:-localstack/localstack:4.14.0}")
trap 'docker stop -t 60 "$container" >/dev/null; docker rm -v "$container" >/dev/null' EXIT
endpoint=http://$(docker port "$container" 4566/tcp | head -n 1)
deadline=$((SECONDS + 120))
until curl -fso /dev/null "$endpoint/_localstack/health"; do
  if [ $SECONDS -ge $deadline ]; then
    echo "LocalStack did not start within two minutes." >&2
    exit 1
  fi
  sleep 1
done

# Nothing of the caller's: the CLI must not find its way to a real account. It needs both endpoints.
unset "${!AWS_@}"
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=us-east-1
export AWS_ENDPOINT_URL=$endpoint AWS_ENDPOINT_URL_S3=$endpoint

npx cdk bootstrap aws://000000000000/us-east-1
npx cdk deploy --require-approval never students-dev students-production
npx cdk diff --fail students-dev students-production
env -u AWS_ENDPOINT_URL -u AWS_ENDPOINT_URL_S3 LOCALSTACK_ENDPOINT="$endpoint" \
  mvn -B -q -pl truncation-tool -am test -Dtest=DeployedStacksTest -Dsurefire.failIfNoSpecifiedTests=false
npx cdk destroy --force students-dev students-production
echo "Deployed, tested and destroyed."
