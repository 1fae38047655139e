#!/bin/bash
# Makes app.aot beside quarkus-run.jar: starts the service where nothing that it needs is there, waits until it lives, and
# stops it in order, upon which the JVM writes what it loaded and linked. The image build runs this without any network.
set -euo pipefail
here="$(dirname "$(readlink -f "$0")")"
cd "${1:?the folder of quarkus-run.jar}"
rm -f app.aot
# Secrets of nothing: the profile is none that people use, and no word of them stands in the cache's heap afterwards.
export QUARKUS_PROFILE=training POSTRIDER_SERVICE_KEY=training-training-training-training
export AUTH_KEY_ENCRYPTION_SECRET=$POSTRIDER_SERVICE_KEY HISTORY_CURSOR_SECRET=$POSTRIDER_SERVICE_KEY
export QUARKUS_FLYWAY_MIGRATE_AT_START=false KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 QUARKUS_REDIS_HOSTS=redis://127.0.0.1:2
# By the path at which it runs later: the cache holds for that one.
java -XX:AOTCacheOutput="$PWD/app.aot" -jar "$PWD/quarkus-run.jar" &
pid=$!
trap 'kill -KILL "$pid" 2>/dev/null || true' EXIT
for _ in $(seq 240); do
  if bash "$here/healthy.sh" /q/health/live; then break; fi 2>/dev/null
  kill -0 "$pid"
  sleep 0.5
done
bash "$here/healthy.sh" /q/health/live
kill -TERM "$pid"
wait "$pid" || true
test -s app.aot
