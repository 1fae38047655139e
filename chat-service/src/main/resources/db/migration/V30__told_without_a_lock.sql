-- The log is told while no connection is held. Of a person's own settings version counts the values; doubt_until says until
-- when an append of an older one may still appear, and teller whose append alone that would be. Of a room teller is who
-- tells the log of its changes now, until teller_until. Times are in milliseconds since 1970.
ALTER TABLE own_state
    ADD COLUMN version     BIGINT   NOT NULL DEFAULT 0,
    ADD COLUMN teller      CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN doubt_until BIGINT   NULL,
    ADD KEY own_state_doubt (doubt_until);

ALTER TABLE room
    ADD COLUMN teller       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN teller_until BIGINT   NULL;
