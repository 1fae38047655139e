-- One draft per person and conversation; private, kept 30 days (chat.draft.kept), never in the log.
CREATE TABLE draft (
    user_id      CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body         TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reply_to     BIGINT      NULL,
    thread       BIGINT      NULL,
    changed_at   BIGINT      NOT NULL COMMENT 'milliseconds since 1970',
    PRIMARY KEY (user_id, conversation),
    KEY draft_changed_at (changed_at)
) ENGINE = InnoDB;
