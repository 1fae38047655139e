package dev.postrider.base.control;

import dev.postrider.contracts.control.ControlRecord;

/**
 * A bean that hears every record of {@code chat.control}, in order, on the reader's thread: it must not block and may
 * hear a record again after a reconnect. Implementations are found by their type.
 */
public interface ControlListener {
    void onControl(ControlRecord record, long offset);
}
