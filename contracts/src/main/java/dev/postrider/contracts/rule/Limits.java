package dev.postrider.contracts.rule;

import dev.postrider.contracts.shape.Doc;
import dev.postrider.contracts.shape.Is;
import dev.postrider.contracts.shape.Shape;

/** The limits a client should know, sent with every {@code welcome}. Each server reads its own from configuration. */
@Doc("The limits in force on this installation.")
public record Limits(
        @Is(Shape.COUNT) int frameBytes,
        @Is(Shape.COUNT) int bodyChars,
        @Is(Shape.COUNT) int syncEvents,
        @Is(Shape.COUNT) int syncEventsPerConversation,
        @Is(Shape.COUNT) int sendsPerSecond,
        @Is(Shape.COUNT) int sendBurst,
        @Is(Shape.COUNT) int framesPerSecond,
        @Is(Shape.COUNT) int roomSendsPerSecond,
        @Is(Shape.COUNT) int connectionsPerUser,
        @Is(Shape.MILLIS) int answerMillis,
        @Is(Shape.SECONDS) int heartbeatSeconds,
        @Is(Shape.SECONDS) int offlineAfterSeconds,
        @Is(Shape.SECONDS) int renewGraceSeconds) {

    /** The defaults of the contract, for installations that configure nothing. */
    public static final Limits DEFAULTS =
            new Limits(65_536, 8_000, 5_000, 1_000, 5, 20, 50, 100, 20, 10_000, 30, 30, 600);
}
