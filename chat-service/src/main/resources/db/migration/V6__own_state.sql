-- What somebody set for themselves alone, as their own stream tells it: their settings of a conversation (value is JSON),
-- and whom they block (subject is block:<UserId>, value true or false). The whole value is told each time, under the
-- row's lock, so that the last record holds the newest one; untold_since is null once the log has it.
CREATE TABLE own_state (
    user_id      CHAR(26)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    subject      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value        VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    untold_since BIGINT      NULL COMMENT 'milliseconds since 1970',
    PRIMARY KEY (user_id, subject),
    KEY own_state_untold (untold_since)
) ENGINE = InnoDB;
