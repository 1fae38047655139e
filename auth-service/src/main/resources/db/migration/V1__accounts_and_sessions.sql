-- Instants are epoch milliseconds; ids are compared byte for byte.

create table users (
  id             char(26)     character set ascii collate ascii_bin not null primary key,
  username       varchar(30)  character set ascii collate ascii_bin not null,
  display_name   varchar(64)  character set utf8mb4 collate utf8mb4_unicode_ci not null,
  color          char(7)      character set ascii collate ascii_bin not null,
  bot            boolean      not null default false,
  owner_id       char(26)     character set ascii collate ascii_bin null,
  role           varchar(8)   character set ascii collate ascii_bin not null,
  availability   varchar(8)   character set ascii collate ascii_bin not null,
  status_text    varchar(100) character set utf8mb4 collate utf8mb4_bin null,
  status_emoji   varchar(32)  character set utf8mb4 collate utf8mb4_bin null,
  status_until   bigint       null,
  password_hash  varchar(200) character set ascii collate ascii_bin null,
  created_at     bigint       not null,
  deactivated_at bigint       null,
  unique key users_username (username),
  key users_display_name (display_name),
  key users_owner (owner_id)
);

create table sessions (
  id           char(26)     character set ascii collate ascii_bin not null primary key,
  user_id      char(26)     character set ascii collate ascii_bin not null,
  kind         varchar(8)   character set ascii collate ascii_bin not null,
  device       varchar(100) character set utf8mb4 collate utf8mb4_bin not null,
  address      varchar(45)  character set ascii collate ascii_bin not null,
  created_at   bigint       not null,
  last_seen_at bigint       not null,
  expires_at   bigint       not null,
  ended_at     bigint       null,
  key sessions_user (user_id, ended_at)
);

-- Replaced tokens stay until they would have expired, so that a later use is recognised as theft.
create table refresh_tokens (
  hash        char(43) character set ascii collate ascii_bin not null primary key,
  session_id  char(26) character set ascii collate ascii_bin not null,
  issued_at   bigint   not null,
  expires_at  bigint   not null,
  replaced_at bigint   null,
  key refresh_tokens_session (session_id),
  key refresh_tokens_expiry (expires_at)
);

create table reset_codes (
  user_id    char(26) character set ascii collate ascii_bin not null primary key,
  code_hash  char(43) character set ascii collate ascii_bin not null,
  expires_at bigint   not null
);

create table invites (
  code_hash  char(43) character set ascii collate ascii_bin not null primary key,
  created_by char(26) character set ascii collate ascii_bin not null,
  uses_left  int      not null,
  expires_at bigint   null
);

create table personal_tokens (
  id           char(26)     character set ascii collate ascii_bin not null primary key,
  user_id      char(26)     character set ascii collate ascii_bin not null,
  name         varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
  scopes       varchar(100) character set ascii collate ascii_bin not null,
  hash         char(43)     character set ascii collate ascii_bin not null,
  hint         varchar(12)  character set ascii collate ascii_bin not null,
  created_at   bigint       not null,
  expires_at   bigint       null,
  last_used_at bigint       null,
  unique key personal_tokens_hash (hash),
  key personal_tokens_user (user_id)
);
