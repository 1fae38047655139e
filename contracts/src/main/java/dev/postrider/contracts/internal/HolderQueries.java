package dev.postrider.contracts.internal;

import java.util.List;

/**
 * Asks history who holds these ids: {@code POST /internal/holders}, {@link Internal#HOLDERS_MAX} at most. Answered by
 * {@link HolderAnswers}, within a fraction of a second whether or not history has read far enough for all of them.
 */
public record HolderQueries(List<HolderQuery> queries) {}
