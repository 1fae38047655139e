-- The private part is sealed with auth.key-encryption-secret.
create table signing_keys (
  id          char(26) character set ascii collate ascii_bin not null primary key,
  public_jwk  varchar(500) character set ascii collate ascii_bin not null,
  sealed      varchar(500) character set ascii collate ascii_bin not null,
  signs_from  bigint   not null
);

-- Whoever changes the keys locks this row first.
create table key_lock (
  id tinyint not null primary key
);
insert into key_lock (id) values (1);

-- Records for chat.control, written with what they tell of, deleted once the broker has them.
create table outbox (
  id         char(26)    character set ascii collate ascii_bin not null primary key,
  record_key varchar(60) character set ascii collate ascii_bin not null,
  payload    blob        not null
);
