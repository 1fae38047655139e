package dev.postrider.chat.room;

import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.rule.Ulids;
import java.time.Instant;
import java.util.Optional;

/** A member of a room; in a list of members, also a place in it. */
record Seated(String user, Role.Name role, Instant joinedAt) {
    /** The highest role is the first. */
    int rank() {
        return Role.Name.values().length - role.ordinal();
    }

    String place() {
        return role + " " + joinedAt.toEpochMilli() + " " + user;
    }

    /** Empty for what is no place. */
    static Optional<Seated> at(String place) {
        String[] parts = place.split(" ", -1);
        try {
            return parts.length == 3 && Ulids.isUlid(parts[2])
                    ? Optional.of(new Seated(
                            parts[2], Role.Name.valueOf(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
