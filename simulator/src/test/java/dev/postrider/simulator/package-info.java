/**
 * Plays schedules: production classes of chat-service and history-service on a log, channels, a control topic and a Redis in
 * memory, with time, delays and faults drawn from a seed. A schedule is a function of its seed and of the rule taken away.
 */
@NullMarked
package dev.postrider.simulator;

import org.jspecify.annotations.NullMarked;
