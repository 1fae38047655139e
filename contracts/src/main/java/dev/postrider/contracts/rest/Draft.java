package dev.postrider.contracts.rest;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Doc("A message not sent yet; private, kept 30 days, never in the log.")
public record Draft(
        @Is(Shape.CONVERSATION_ID) @Nullable String conversation,
        @Is(Shape.BODY) String body,
        @Is(Shape.POSITION) @Nullable Long replyTo,
        @Is(Shape.POSITION) @Nullable Long thread,
        @Is(Shape.INSTANT) Instant at) {}
