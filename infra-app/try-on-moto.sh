#!/usr/bin/env bash
# The same as try-on-localstack.sh in a second emulator, Moto's server, which it installs by pip into infra-app/target. Where
# that cannot be installed, one line says so.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

venv=infra-app/target/moto
if [ ! -x "$venv/bin/moto_server" ]; then
  if ! { python3 -m venv "$venv" && "$venv/bin/pip" install -q 'moto[server]==5.2.5'; } >"$venv.log" 2>&1; then
    echo "Moto was left out: it could not be installed; $venv.log says why."
    exit 0
  fi
fi
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$venv/bin/moto_server" -H 127.0.0.1 -p "$port" >"$venv.log" 2>&1 &
trap 'kill $!' EXIT
deadline=$((SECONDS + 60))
until curl -fso /dev/null "http://127.0.0.1:$port/moto-api/"; do
  if [ $SECONDS -ge $deadline ]; then
    echo "Moto's server did not start within a minute; $venv.log says why." >&2
    exit 1
  fi
  sleep 1
done
# The CLI remembers which account a key belongs to: it gets a folder of its own.
CDK_HOME=$PWD/$venv.cdk EMULATOR_ENDPOINT=http://127.0.0.1:$port infra-app/try-on-localstack.sh
