package dev.postrider.auth.ops;

import dev.postrider.contracts.control.ControlRecord;
import java.util.ArrayList;
import java.util.List;

/** What one transaction wants to be told on {@code chat.control}. Used by one transaction only. */
public final class Records {
    private final List<ControlRecord> added = new ArrayList<>();

    public void add(ControlRecord record) {
        added.add(record);
    }

    List<ControlRecord> all() {
        return List.copyOf(added);
    }
}
