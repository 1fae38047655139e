#!/bin/bash
# Whether this service answers 200 at a path of its management port; needs nothing but bash, as the images have no more.
exec 3<>"/dev/tcp/127.0.0.1/${QUARKUS_MANAGEMENT_PORT:?}" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "${1:-/q/health/live}" >&3
read -r -t 3 _ status _ <&3
[ "$status" = 200 ]
