-- Rooms and who is in them. Every change of a room locks its row, takes the next change number, and leaves the event
-- that tells of it in room_outbox: the log has each change, in the order of these numbers. Times are in milliseconds
-- since 1970.
CREATE TABLE room (
    room          CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name          VARCHAR(80)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    -- Lower case while the room is public and not archived, else null: a unique key takes any number of nulls.
    public_name   VARCHAR(320) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    topic         VARCHAR(250) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    visibility    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    archived      BOOLEAN      NOT NULL,
    settings      TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    created_at    BIGINT       NOT NULL,
    change_number BIGINT       NOT NULL,
    PRIMARY KEY (room),
    UNIQUE KEY room_public_name (public_name)
) ENGINE = InnoDB;

-- Also of those who left: what they sent before may stand in the log. A joining counts once the log has it, a leaving at
-- once.
CREATE TABLE room_member (
    room      CHAR(26)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    user_id   CHAR(26)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    present   BOOLEAN    NOT NULL,
    banned    BOOLEAN    NOT NULL,
    role      VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    joined_at BIGINT     NOT NULL,
    joined_by BIGINT     NOT NULL COMMENT 'the change number of the joining',
    since     BIGINT     NULL COMMENT 'the position of the joining; null until the log has it',
    PRIMARY KEY (room, user_id),
    KEY room_member_user (user_id, present)
) ENGINE = InnoDB;

-- What the log or the nodes have not been told yet; position is null until the log has it.
CREATE TABLE room_outbox (
    room          CHAR(26)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    change_number BIGINT     NOT NULL,
    event         MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    position      BIGINT     NULL,
    at            BIGINT     NOT NULL COMMENT 'when it was put here; when the log took it, once it has',
    PRIMARY KEY (room, change_number),
    KEY room_outbox_at (at)
) ENGINE = InnoDB;

-- Who wants to hear nothing of whom in direct conversations.
CREATE TABLE block (
    user_id    CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    blocked    CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, blocked)
) ENGINE = InnoDB;
