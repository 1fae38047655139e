-- Messages that somebody thinks an administrator should see. No text is kept here: where it is deleted it is gone.
-- Times are in milliseconds since 1970.
CREATE TABLE flag (
    flag         CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    conversation VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position     BIGINT       NOT NULL,
    flagged_by   CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason       VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    state        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at   BIGINT       NOT NULL,
    decided_by   CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    decided_at   BIGINT       NULL,
    PRIMARY KEY (flag),
    UNIQUE KEY flag_once (conversation, position, flagged_by),
    KEY flag_state (state, flag)
) ENGINE = InnoDB;

-- How much is written on a day of UTC, and who wrote: told by each node every few seconds.
CREATE TABLE activity (
    day      DATE   NOT NULL,
    messages BIGINT NOT NULL,
    PRIMARY KEY (day)
) ENGINE = InnoDB;

CREATE TABLE activity_person (
    day     DATE     NOT NULL,
    user_id CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (day, user_id)
) ENGINE = InnoDB;
