package dev.postrider.contracts.internal;

import java.util.List;

/**
 * What there is of what is limited: {@code GET /internal/counts?conversation=&position=}.
 *
 * @param pins how many messages are pinned in the conversation
 * @param emojis the kinds of reactions to the message at that position
 */
public record Counts(int pins, List<String> emojis) {}
