package dev.postrider.chat.fake;

import dev.postrider.chat.message.MessageKey;
import java.util.HashMap;
import java.util.Map;

/** The memory that the nodes of a test share, and may lose. */
public final class FakeRedis {
    public final Map<MessageKey, Object> held = new HashMap<>();
    String name = "";
    private int names;

    public void empty() {
        held.clear();
        name = "";
    }

    public String named() {
        if (name.isEmpty()) {
            name = "window-" + ++names;
        }
        return name;
    }
}
