package dev.postrider.gateway.node;

import java.util.List;

/** Which chat nodes there are, ready or not. Asked before every round of health checks, so the answer may change. */
public interface NodeDirectory {
    List<ChatNode> nodes();
}
