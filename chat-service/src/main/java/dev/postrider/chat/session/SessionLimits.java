package dev.postrider.chat.session;

import java.time.Duration;

/**
 * The bounds of one session.
 *
 * @param outboxBytesMax waiting frames of a slow reader
 * @param inFlightBytesMax written, but not yet taken by the operating system
 * @param silenceMax a client that says nothing for so long is given up
 * @param renewGrace how long a socket outlives its token
 */
public record SessionLimits(int outboxBytesMax, int inFlightBytesMax, Duration silenceMax, Duration renewGrace) {}
