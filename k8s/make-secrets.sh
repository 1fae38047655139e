#!/bin/sh
# Prints the secrets of a new installation, for a pipe: k8s/make-secrets.sh | kubectl apply -n postrider -f -
# Once only: another cursor secret makes clients load anew, and with another key secret the signing keys are lost.
# Accounts of a managed database are given in the environment; what is absent is made up:
#   AUTH_DATABASE_PASSWORD, CHAT_DATABASE_PASSWORD, HISTORY_DATABASE_PASSWORD, REDIS_PASSWORD
set -eu

random() { head -c 36 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }

service_key=$(random)
redis=${REDIS_PASSWORD:-$(random)}
auth=${AUTH_DATABASE_PASSWORD:-$(random)}
chat=${CHAT_DATABASE_PASSWORD:-$(random)}
history=${HISTORY_DATABASE_PASSWORD:-$(random)}

# secret NAME KEY=VALUE...
secret() {
  printf -- '---\napiVersion: v1\nkind: Secret\nmetadata:\n  name: %s\nstringData:\n' "$1"
  shift
  for pair in "$@"; do printf '  %s: "%s"\n' "${pair%%=*}" "${pair#*=}"; done
}
shared="POSTRIDER_SERVICE_KEY=$service_key"
queue="QUARKUS_REDIS_PASSWORD=$redis"

secret auth-service "$shared" "$queue" QUARKUS_DATASOURCE_USERNAME=postrider_auth "QUARKUS_DATASOURCE_PASSWORD=$auth" \
  "AUTH_KEY_ENCRYPTION_SECRET=$(random)"
secret chat-service "$shared" "$queue" QUARKUS_DATASOURCE_USERNAME=postrider_chat "QUARKUS_DATASOURCE_PASSWORD=$chat"
secret history-service "$shared" "$queue" QUARKUS_DATASOURCE_USERNAME=postrider_history \
  "QUARKUS_DATASOURCE_PASSWORD=$history" "HISTORY_CURSOR_SECRET=$(random)"
secret api-gateway "$shared" "$queue"

# For the servers of overlays/local only.
secret redis "secret.conf=requirepass $redis"
secret mysql "root-password=$(random)"
printf '  schemas.sql: |\n'
account() { # USER PASSWORD SCHEMA...
  printf "    CREATE USER IF NOT EXISTS '%s'@'%%' IDENTIFIED BY '%s';\n" "$1" "$2"
  user="$1"
  shift 2
  for schema in "$@"; do
    printf '    CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4;\n' "$schema"
    printf "    GRANT ALL ON \`%s\`.* TO '%s'@'%%';\n" "$schema" "$user"
  done
}
account postrider_auth "$auth" postrider_auth
account postrider_chat "$chat" postrider_chat
account postrider_history "$history" postrider_history postrider_history_rebuild
