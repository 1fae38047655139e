#!/bin/sh
# Makes what is secret, once: a folder for each reader below the folder given, which must hold one already for each.
# What is there is kept, because cursors, sealed keys and the database's accounts depend on it.
# In a container it runs as root and gives every file to its only reader; elsewhere all belongs to who runs it.
set -eu
umask 077
top="$1"

random() { head -c 36 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n'; }

# keep NAME: the secret of that name, made where it is not there yet
keep() {
  [ -s "$top/all/$1" ] || random >"$top/all/$1"
  cat "$top/all/$1"
}

# put FOLDER/FILE READER: what comes in, readable by that user id alone
put() {
  cat >"$top/$1.part"
  chmod 400 "$top/$1.part"
  if [ "$(id -u)" = 0 ]; then chown "$2" "$top/$1.part"; fi
  mv "$top/$1.part" "$top/$1"
}

# Above what an image sets itself, below the environment.
settings() {
  echo config_ordinal=290
  echo "postrider.service-key=$service_key"
  echo "quarkus.redis.password=$redis_password"
}

account() {
  echo "quarkus.datasource.username=postrider_$1"
  echo "quarkus.datasource.password=$2"
}

service_key=$(keep service-key)
redis_password=$(keep redis-password)
auth_password=$(keep database-auth)
chat_password=$(keep database-chat)
history_password=$(keep database-history)

{ settings; account auth "$auth_password"; echo "auth.key-encryption-secret=$(keep key-encryption-secret)"; } |
  put auth/secrets.properties 10001
{ settings; account history "$history_password"; echo "history.cursor-secret=$(keep cursor-secret)"; } |
  put history/secrets.properties 10001
{ settings; account chat "$chat_password"; } | put chat/secrets.properties 10001
settings | put gateway/secrets.properties 10001
echo "requirepass $redis_password" | put redis/secret.conf 999
keep database-root | put database/root-password 999
keep grafana-admin | put grafana/admin-password 472

# An account for each service, which sees its own schemas only; in the folder that MariaDB and MySQL run when they are new.
grant() {
  echo "CREATE USER IF NOT EXISTS 'postrider_$1'@'%' IDENTIFIED BY '$2';"
  shift 2
  for schema in "$@"; do
    echo "CREATE DATABASE IF NOT EXISTS \`$schema\` CHARACTER SET utf8mb4;"
    echo "GRANT ALL ON \`$schema\`.* TO '${user}'@'%';"
  done
}
{
  user=postrider_auth; grant auth "$auth_password" postrider_auth
  user=postrider_chat; grant chat "$chat_password" postrider_chat
  user=postrider_history; grant history "$history_password" postrider_history postrider_history_rebuild
} | put database/schemas.sql 999
