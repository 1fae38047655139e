-- How many are in a room, kept with each change of it: a list of rooms counts nobody.
ALTER TABLE room ADD COLUMN members INT NOT NULL DEFAULT 0;

UPDATE room SET members = (SELECT COUNT(*) FROM room_member m WHERE m.room = room.room AND m.present);
