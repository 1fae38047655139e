package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Doc("Whether somebody is there.")
public record PresenceState(
        @Is(Shape.USER_ID) String id,
        boolean online,

        @Doc("To the minute; of those who are not online.") @Is(Shape.INSTANT) @Nullable
        Instant lastSeen,

        User.@Nullable Availability availability,
        User.@Nullable Status status) {}
