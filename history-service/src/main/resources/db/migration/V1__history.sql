-- The durable past. Ids are ascii_bin: the default collation would take 'abc' and 'ABC' for one. Times are epoch
-- milliseconds, as the log told them. Positions are epoch * 2^43 + offset of the log.

-- How far each partition of the log stands in these tables; moved by compare-and-set inside the batch's transaction.
CREATE TABLE progress (
  topic        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part         INT NOT NULL,
  topic_id     VARCHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  epoch        INT NOT NULL,
  next         BIGINT NOT NULL,
  PRIMARY KEY (topic, part)
) ENGINE = InnoDB;

-- One row per conversation: where it ends and what the room is like now.
CREATE TABLE conversation (
  conversation  VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind          VARCHAR(4) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  part          INT NOT NULL,
  last_position BIGINT NOT NULL,
  last_message  BIGINT NOT NULL,
  last_line     BIGINT NOT NULL,
  last_at       BIGINT NOT NULL,
  joined_only   BOOLEAN NOT NULL DEFAULT FALSE,
  room_state    MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (conversation)
) ENGINE = InnoDB;

-- The lowest position that carries (conversation, sender, id), for ever: whatever carries it later is a repeat.
CREATE TABLE holder (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     BIGINT NOT NULL,
  type         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (conversation, sender, id)
) ENGINE = InnoDB;

-- What stands in pages: messages in their present state (detail is null), and system lines (detail is the event).
CREATE TABLE entry (
  conversation     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position         BIGINT NOT NULL,
  type             VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sender           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  at               BIGINT NOT NULL,
  counts           BOOLEAN NOT NULL,
  body             TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  mentions         TEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
  everyone         VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  reply_to         BIGINT NULL,
  thread           BIGINT NULL,
  feed_key         VARCHAR(256) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  feed_value       DOUBLE NULL,
  feed_data        TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  edits            INT NOT NULL DEFAULT 0,
  edited_at        BIGINT NULL,
  deleted_at       BIGINT NULL,
  deleted_by       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  deleted_position BIGINT NULL,
  detail           MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (conversation, position),
  KEY entry_unread (conversation, counts, position, sender),
  KEY entry_thread (conversation, thread, position, counts),
  KEY entry_at (conversation, at)
) ENGINE = InnoDB;

-- Every text of an edited message, the first and the present one included; all gone once the message is deleted.
CREATE TABLE version (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target       BIGINT NOT NULL,
  position     BIGINT NOT NULL,
  body         TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mentions     TEXT CHARACTER SET ascii COLLATE ascii_bin NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (conversation, target, position)
) ENGINE = InnoDB;

-- All other events, for catch-up; dead ones (repeats, and what had no effect) are kept without content.
CREATE TABLE event (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     BIGINT NOT NULL,
  type         VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sender       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  id           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  target       BIGINT NULL,
  at           BIGINT NOT NULL,
  dead         BOOLEAN NOT NULL,
  detail       TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (conversation, position)
) ENGINE = InnoDB;

-- Registers: the highest event position wins.
CREATE TABLE reaction (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target       BIGINT NOT NULL,
  emoji        VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  present      BOOLEAN NOT NULL,
  position     BIGINT NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (conversation, target, emoji, user)
) ENGINE = InnoDB;

CREATE TABLE pin (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target       BIGINT NOT NULL,
  present      BOOLEAN NOT NULL,
  user         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     BIGINT NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (conversation, target)
) ENGINE = InnoDB;

CREATE TABLE mark (
  conversation       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user               VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  read_to            BIGINT NOT NULL,
  read_position      BIGINT NOT NULL,
  read_at            BIGINT NOT NULL,
  delivered_to       BIGINT NOT NULL,
  delivered_position BIGINT NOT NULL,
  PRIMARY KEY (conversation, user)
) ENGINE = InnoDB;

CREATE TABLE mine (
  user     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  about    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position BIGINT NOT NULL,
  at       BIGINT NOT NULL,
  settings TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (user, about)
) ENGINE = InnoDB;

-- Whom living messages name; user '*' stands for everyone: members.
CREATE TABLE mention (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target       BIGINT NOT NULL,
  PRIMARY KEY (conversation, user, target),
  KEY mention_target (conversation, target)
) ENGINE = InnoDB;

-- Who may read what: both people of a direct conversation, and of rooms whom the log shows. The highest change wins.
CREATE TABLE member (
  conversation   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user           VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  present        BOOLEAN NOT NULL,
  present_change BIGINT NOT NULL,
  since_position BIGINT NOT NULL,
  until_position BIGINT NOT NULL,
  since_at       BIGINT NOT NULL,
  role           VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
  role_change    BIGINT NOT NULL,
  PRIMARY KEY (conversation, user),
  KEY member_user (user, present)
) ENGINE = InnoDB;

-- Conversations whose page in Redis may still show a deleted text; gone when a newer page was written.
CREATE TABLE page_purge (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position     BIGINT NOT NULL,
  PRIMARY KEY (conversation)
) ENGINE = InnoDB;
