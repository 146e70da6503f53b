"""A LocalStack container in place of AWS, for scripts that execute what a page or a workflow says."""
import functools
import os
import subprocess
from pathlib import Path

import boto3

ROOT = Path(__file__).resolve().parent.parent
IMAGE = os.environ.get("LOCALSTACK_IMAGE", "localstack/localstack:4.14.0")


@functools.cache
def localstack_environment():
    """What .ci/localstack exports, and where it found its helper: a clone elsewhere has none beside it."""
    helper = ROOT.parent / "shared/localstack/up.sh"
    given = {"LOCALSTACK_HELPER": str(helper), **os.environ} if helper.exists() else dict(os.environ)
    said = subprocess.run(["bash", "-c", "source .ci/localstack >&2; env -0"], cwd=ROOT, env=given, check=True, capture_output=True)
    return dict(entry.split("=", 1) for entry in said.stdout.decode().split("\0") if entry)


def clean_environment():
    """The caller's environment without anything that leads to a real account or belongs to a workflow around this one."""
    kept = {k: v for k, v in localstack_environment().items() if not k.startswith(("AWS_", "GITHUB_"))}
    return {**kept, "AWS_CONFIG_FILE": "/dev/null", "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
            "AWS_EC2_METADATA_DISABLED": "true", "CI": "true"}


class Emulator:
    """LocalStack, started when the first job asks for credentials."""

    def __init__(self):
        self.container = None

    def environment(self):
        if not self.container:
            self.container = subprocess.run(
                ["docker", "run", "-d", "-p", "127.0.0.1::4566", "-v", "/var/run/docker.sock:/var/run/docker.sock",
                 "-e", "LAMBDA_RUNTIME_ENVIRONMENT_TIMEOUT=120", IMAGE], check=True, capture_output=True, text=True).stdout.strip()
            port = subprocess.run(["docker", "port", self.container, "4566/tcp"], check=True, capture_output=True,
                                  text=True).stdout.split("\n")[0]
            self.endpoint = f"http://{port}"
            subprocess.run(["bash", "-c", f"until curl -fso /dev/null {self.endpoint}/_localstack/health; do sleep 1; done"],
                           check=True, timeout=120)
            subprocess.run(["npx", "cdk", "bootstrap", "aws://000000000000/us-east-1"], check=True, cwd=ROOT,
                           env={**clean_environment(), **self.settings()}, stdout=subprocess.DEVNULL)
        return self.settings()

    def settings(self):
        return {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "us-east-1",
                "AWS_ENDPOINT_URL": self.endpoint, "AWS_ENDPOINT_URL_S3": self.endpoint}

    def client(self, service):
        return boto3.client(service, endpoint_url=self.endpoint, region_name="us-east-1", aws_access_key_id="test",
                            aws_secret_access_key="test")

    def stacks(self):
        if not self.container:
            return []
        found = self.client("cloudformation").describe_stacks()["Stacks"]
        return sorted({s["StackName"] for s in found if s["StackName"].startswith("students-")})

    def stop(self):
        if self.container:
            subprocess.run(["docker", "stop", "-t", "60", self.container], stdout=subprocess.DEVNULL)
            subprocess.run(["docker", "rm", "-v", self.container], stdout=subprocess.DEVNULL)
