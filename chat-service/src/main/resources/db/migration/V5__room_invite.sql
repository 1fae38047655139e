-- Invitations by link. A code is made from its seed and a secret that is not in this database, and looked up by its
-- digest: a copy of these rows opens no room. What is used up or over is deleted. Times are in milliseconds since 1970.
CREATE TABLE room_invite (
    digest     CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    room       CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seed       CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    made_by    CHAR(26) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at BIGINT   NOT NULL,
    expires_at BIGINT   NULL,
    uses_left  INT      NULL,
    PRIMARY KEY (digest),
    KEY room_invite_room (room, created_at, seed)
) ENGINE = InnoDB;
