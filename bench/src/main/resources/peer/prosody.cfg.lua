-- Prosody as Debian ships it, less what other servers need (s2s, TLS), on one port of this machine.
run_as_root = true -- no matter where it is started by somebody else
daemonize = false
pidfile = "@folder@/prosody.pid"
data_path = "@folder@/data"
certificates = "@folder@"
log = { { levels = { min = "warn" }, to = "console" } }
network_settings = { nagle = false } -- as the others have it; with it a small second frame waits for 40 ms
interfaces = { "127.0.0.1" }
c2s_ports = {}
c2s_direct_tls_ports = {}
https_ports = {}
http_ports = { @port@ }
http_interfaces = { "127.0.0.1" }
modules_enabled = { "roster", "saslauth", "disco", "ping", "websocket", "smacks", "register_ibr", @archive@ }
modules_disabled = { "s2s", "s2s_auth_certs", "tls" }
allow_registration = true
allow_unencrypted_plain_auth = true
c2s_require_encryption = false
consider_websocket_secure = true
authentication = "internal_hashed"
storage = "internal"
default_archive_policy = true
http_default_host = "localhost"

VirtualHost "localhost"
