-- The change that deleted the room somebody was in until then: they are told of it, wherever they sit.
ALTER TABLE room_member ADD COLUMN left_by BIGINT NULL;
