package dev.postrider.chat.channel;

import dev.postrider.contracts.control.ControlRecord;

/** The control topic, to write to. In the order of the calls, best effort: what counts is what is read back. */
public interface ControlLog {
    void write(ControlRecord record);
}
