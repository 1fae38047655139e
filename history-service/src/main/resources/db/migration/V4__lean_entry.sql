-- Every index of entry costs each message. Few are replies, so these have a table of their own; and an instant is looked
-- for by halving, since times rise along a conversation but for what clocks are set back.
CREATE TABLE reply (
  conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  thread       BIGINT NOT NULL,
  position     BIGINT NOT NULL,
  counts       BOOLEAN NOT NULL,
  at           BIGINT NOT NULL,
  PRIMARY KEY (conversation, thread, position)
) ENGINE = InnoDB;

INSERT INTO reply (conversation, thread, position, counts, at)
  SELECT conversation, thread, position, counts, at FROM entry WHERE thread IS NOT NULL;

ALTER TABLE entry DROP KEY entry_thread, DROP KEY entry_at;
